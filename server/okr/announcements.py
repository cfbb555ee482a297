"""Rules about announcements: objectives that are made known to those whom they concern."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import ActorNow, CycleNow, Guard, ObjectiveNow
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    NotAllowed,
    Objections,
    Refused,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.talk_now import AnnouncementNow
from server.okr.terms import CycleState, ObjectiveState

ONE = "The objectives of a cycle are made known, or one objective."


@dataclass(kw_only=True)
class PublishAnnouncement(terms.Announcement):
    """Make objectives known: those of a cycle, of a team in it, or one."""

    cycle_id: Annotated[UUID | None, "Whose objectives; this or one objective."] = None
    team_id: Annotated[UUID | None, "Of the cycle only those of this team."] = None
    objective_id: Annotated[UUID | None, "The one objective; this or a cycle."] = None


@dataclass(kw_only=True)
class WithdrawAnnouncement:
    """Stand by what was made known no longer; it stays in the history."""

    announcement_id: Annotated[UUID, "Which announcement."]


def publish_announcement(standing: Standing, said: PublishAnnouncement) -> Decision:
    """What is agreed on is made known by whoever answers for it."""
    cycle, objective = _set(standing, said)
    path = "objective_id" if objective else "cycle_id"
    checks.unversioned(objections := Objections(), standing)
    checks.named(objections, said.text, "text")
    allowed = _announces(standing.actor, said.team_id, objective)
    objections.when(not allowed, NotAllowed(None))
    closed = cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, path))
    begun = objective is None or objective.state is ObjectiveState.ACTIVE
    told = f"The objective is {objective.state}." if objective else None
    objections.when(not begun and not closed, WrongState(told, path))
    objections.settle()
    fact = events.AnnouncementPublished(
        announcement_id=standing.new_id(),
        cycle_id=cycle.id,
        team_id=said.team_id,
        objective_id=said.objective_id,
        text=said.text,
    )
    grounds = objective.grounds if objective else [Guard(stream=cycle.id)]
    return Decision(facts=[fact], guards=grounds)


def withdraw_announcement(standing: Standing, said: WithdrawAnnouncement) -> Decision:
    """Who could make it known takes it back, once."""
    told = need(standing.announcement, "announcement_id")
    standing.expect(told.version)
    objections = Objections()
    objections.when(not announces(standing.actor, told), NotAllowed(None))
    gone = WrongState("The announcement was withdrawn already.", "announcement_id")
    objections.when(told.withdrawn, gone)
    objections.settle()
    fact = events.AnnouncementWithdrawn(
        announcement_id=said.announcement_id,
        objective_id=told.objective.id if told.objective else None,
    )
    return Decision(facts=[fact], guards=[Guard(stream=told.id)])


def announces(actor: ActorNow, told: AnnouncementNow) -> bool:
    """Whether somebody answers for what was made known."""
    own = told.author_id == actor.id
    return own or _announces(actor, told.team_id, told.objective)


def _announces(actor: ActorNow, team_id: UUID | None, objective: ObjectiveNow | None) -> bool:
    if objective is not None:
        return authority.owns(actor, objective)
    return authority.plans(actor) or authority.leads(actor, team_id)


def _set(standing: Standing, said: PublishAnnouncement) -> tuple[CycleNow, ObjectiveNow | None]:
    """The cycle, and the objective if one is named."""
    if said.team_id is not None:
        need(standing.team, "team_id")
    cycle = need(standing.cycle, "cycle_id") if said.cycle_id else None
    objective = need(standing.objective, "objective_id") if said.objective_id else None
    if (cycle is None) == (objective is None):
        raise Refused([Invalid(ONE, "cycle_id")])
    if objective is None:
        return need(cycle), None
    if said.team_id is not None:
        raise Refused([Invalid("One objective has its owner.", "team_id")])
    return objective.cycle, objective
