"""Rules about meetings: planned, and then held or skipped."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, matters, terms
from server.okr.cases_now import MeetingNow
from server.okr.refusals import Invalid, LimitReached, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import MeetingKind, MeetingState, MentorshipState, Text, changing

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
ZONE = re.compile(r"[A-Za-z][A-Za-z0-9+_/-]{1,63}")
MOST = 100
NOT_YOURS = "Only people who have a hand in what it is about, and who planned it, may."


@dataclass(kw_only=True)
class PlanMeeting(terms.Meeting):
    """Plan a meeting: of a team, over an objective, a key result or a cycle, or of some people."""

    objective_id: Annotated[UUID | None, "The objective it is about."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about."] = None
    team_id: Annotated[UUID | None, "The team that meets."] = None
    cycle_id: Annotated[UUID | None, "The cycle it is about, alone or beside a team."] = None
    mentorship_id: Annotated[
        UUID | None, "The mentorship that it is for; its two people alone see it then."
    ] = None
    participant_ids: Annotated[list[UUID] | None, "Who is to take part."] = field(default=None)


@dataclass(kw_only=True)
@changing(terms.Meeting)
class EditMeeting:
    """Plan a meeting otherwise that has not been held."""

    meeting_id: Annotated[UUID, "Which meeting."]


@dataclass(kw_only=True)
class HoldMeeting:
    """Say that a meeting was held."""

    meeting_id: Annotated[UUID, "Which meeting."]
    held_on: Annotated[date | None, "The day; the planned one, or today if that is to come."] = None
    participant_ids: Annotated[list[UUID] | None, "Who took part; as planned if left out."] = field(
        default=None
    )
    note: Annotated[Text | None, "What there is to say about it."] = None


@dataclass(kw_only=True)
class SkipMeeting:
    """Say that a planned meeting was not held, and why."""

    meeting_id: Annotated[UUID, "Which meeting."]
    reason: Annotated[Text, "Why it was not held."]


def plan_meeting(standing: Standing, said: PlanMeeting) -> Decision:
    """Whoever has a hand in what a meeting is about plans it."""
    checks.unversioned(objections := Objections(), standing)
    about = matters.about(objections, standing, said)
    may = matters.has_a_hand(standing.actor, about)
    objections.when(not may, NotAllowed(NOT_YOURS))
    pair = _of_a_pair(objections, standing, said)
    _taking_part(objections, standing, said.participant_ids)
    _stated(objections, standing, said)
    objections.settle()
    fact = events.MeetingPlanned(
        meeting_id=standing.new_id(),
        mentorship_id=said.mentorship_id,
        participant_ids=said.participant_ids or list(pair),
        **{name: getattr(said, name) for name in matters.ABOUT},
        **terms.changes(terms.Meeting, said),
    )
    return Decision(facts=[fact], guards=matters.grounds(about))


def edit_meeting(standing: Standing, said: EditMeeting) -> Decision:
    """What was held or skipped is planned no more."""
    meeting, objections = own_meeting(standing, "meeting_id")
    changes = terms.changes(terms.Meeting, said)
    objections.when(not changes, Invalid("There is nothing to change."))
    for name in ("kind", "planned_on"):
        empty = name in changes and changes[name] is None
        objections.when(empty, Invalid("This cannot be empty.", name))
    _stated(objections, standing, replace(meeting, **changes))
    objections.settle()
    fact = events.MeetingEdited(meeting_id=meeting.id, changes=changes)
    return Decision(facts=[fact], guards=meeting.grounds)


def hold_meeting(standing: Standing, said: HoldMeeting) -> Decision:
    """What was held has been held by today."""
    meeting, objections = own_meeting(standing, "meeting_id")
    held_on = said.held_on or min(meeting.planned_on, standing.today)
    objections.when(
        held_on > standing.today, Invalid("It is held once that day has come.", "held_on")
    )
    _taking_part(objections, standing, said.participant_ids)
    checks.noted(objections, said.note, "note")
    objections.settle()
    planned = meeting.participant_ids
    there = planned if said.participant_ids is None else said.participant_ids
    fact = events.MeetingHeld(
        meeting_id=meeting.id,
        held_on=held_on,
        participant_ids=there,
        note=said.note,
    )
    return Decision(facts=[fact], guards=meeting.grounds)


def skip_meeting(standing: Standing, said: SkipMeeting) -> Decision:
    """A meeting is skipped for a reason."""
    meeting, objections = own_meeting(standing, "meeting_id")
    checks.reasoned(objections, said.reason)
    objections.settle()
    fact = events.MeetingSkipped(meeting_id=meeting.id, reason=said.reason)
    return Decision(facts=[fact], guards=meeting.grounds)


def own_meeting(
    standing: Standing, path: str, *, ended: bool = False
) -> tuple[MeetingNow, Objections]:
    """A meeting that somebody has to do with, or what they are told who have not."""
    meeting = need(standing.meeting, path)
    if path == "meeting_id":
        standing.expect(meeting.version)
    objections = Objections()
    mine = standing.actor.id == meeting.author_id
    may = mine or matters.has_a_hand(standing.actor, meeting)
    objections.when(not may, NotAllowed(NOT_YOURS))
    over = not ended and meeting.state is not MeetingState.PLANNED
    objections.when(over, WrongState(f"It is {meeting.state}.", path))
    return meeting, objections


def _of_a_pair(objections: Objections, standing: Standing, said: PlanMeeting) -> tuple[UUID, ...]:
    """The two who meet, where it is for a mentorship and for nothing else."""
    if said.mentorship_id is None:
        return ()
    mentorship = need(standing.mentorship, "mentorship_id")
    over = mentorship.state is MentorshipState.ENDED
    objections.when(over, WrongState("The mentorship is ENDED.", "mentorship_id"))
    more = any(getattr(said, name) is not None for name in matters.ABOUT)
    objections.when(more, Invalid("It is about the mentorship alone.", "mentorship_id"))
    others = set(said.participant_ids or []) - set(mentorship.pair)
    objections.when(others, Invalid("The two meet, and nobody else.", "participant_ids"))
    return mentorship.pair


def _taking_part(objections: Objections, standing: Standing, ids: list[UUID] | None) -> None:
    many = len(ids or []) > MOST
    objections.when(many, LimitReached(f"At most {MOST} at once.", "participant_ids"))
    checks.known(objections, ids, {each.id for each in standing.people}, "participant_ids")


def _stated(objections: Objections, standing: Standing, meeting: terms.Meeting) -> None:
    untitled = meeting.kind is MeetingKind.OTHER and not (meeting.title or "").strip()
    objections.when(untitled, Invalid("Say what people meet for.", "title"))
    for name in ("title", "topics", "join_at") if not untitled else ("topics", "join_at"):
        checks.noted(objections, getattr(meeting, name), name)
    at, zone, link = meeting.starts_at, meeting.time_zone, meeting.join_at
    odd = at is not None and not CLOCK.fullmatch(at)
    objections.when(odd, Invalid("A time of the day, as 09:30.", "starts_at"))
    odd = zone is not None and not ZONE.fullmatch(zone)
    odd = odd or (zone is not None and standing.zone_known is False)
    objections.when(odd, Invalid("The name of a time zone, as Europe/Zurich.", "time_zone"))
    odd = bool(link and link.strip()) and not str(link).startswith("https://")
    objections.when(odd, Invalid("An address beginning with https://.", "join_at"))
