"""What is said in random histories about cases, meetings and their steps.

Allowed or not is for the rules to say.
"""

from collections.abc import Callable
from typing import Any

from server.okr import capacities, cases, events, meetings, steps
from server.okr.terms import ABSENT, CaseKind, CaseState, Extent, MeetingKind
from tests.chance import Chance, Kind, step
from tests.steps import Said


def about(chance: Chance) -> Said:
    """One thing that something can be about, or nothing."""
    ways: dict[str, Callable[[], Any]] = {
        "objective_id": chance.objective,
        "key_result_id": chance.key_result,
        "team_id": lambda: chance.any(events.TeamAdded).team_id,
        "cycle_id": lambda: chance.any(events.CycleOpened).cycle_id,
    }
    name: str = chance.one_of(*ways, "nothing")
    return {} if name not in ways else {name: ways[name]()}


def last(chance: Chance, kind: type[Kind]) -> Kind:
    """Most often what was made last: what came before has often ended."""
    return (
        chance.facts[kind][-1] if chance.facts[kind] and chance.perhaps(0.7) else chance.any(kind)
    )


def stated_case(chance: Chance) -> Said:
    return {
        "kind": chance.one_of(*CaseKind),
        "title": chance.text(),
        "text": chance.maybe(chance.text),
        "likelihood": chance.maybe(lambda: chance.one_of(*Extent)),
        "impact": chance.maybe(lambda: chance.one_of(*Extent)),
        "due_on": chance.maybe(chance.day),
    }


def stated_meeting(chance: Chance) -> Said:
    return {
        "kind": chance.one_of(*MeetingKind),
        "title": chance.text(),
        "topics": chance.maybe(chance.text),
        "planned_on": chance.day(),
        "starts_at": chance.maybe(lambda: "09:30"),
        "time_zone": chance.maybe(lambda: "Europe/Zurich"),
        "join_at": chance.maybe(lambda: "https://example.org/room"),
    }


def anew(chance: Chance, said: Said) -> Said:
    """Some of it, and always a title."""
    return {
        name: each if name == "title" or chance.perhaps(0.4) else ABSENT
        for name, each in said.items()
    }


@step(capacities.record_capacity, 2)
def _(chance: Chance) -> Said:
    return {
        "team_id": chance.any(events.TeamAdded).team_id,
        "cycle_id": chance.any(events.CycleOpened).cycle_id,
        "days": chance.number(0, 90),
        "note": chance.maybe(chance.text),
    }


@step(cases.open_case, 4)
def _(chance: Chance) -> Said:
    more = {
        "owner_person_id": chance.maybe(chance.person),
        "of_team_id": chance.maybe(lambda: chance.any(events.TeamAdded).team_id, 0.3),
    }
    said = stated_case(chance)
    if said["kind"] is CaseKind.CAREER and chance.perhaps(0.8):
        return said | {"likelihood": None} | within(chance)
    return said | about(chance) | more


def within(chance: Chance) -> Said:
    """In a mentorship, or in none."""
    pairs = chance.facts[events.MentorshipStarted]
    return {"mentorship_id": pairs[-1].mentorship_id} if pairs and chance.perhaps(0.4) else {}


def taken_with(chance: Chance) -> Said:
    """Some objectives, or none."""
    return {"objective_ids": [chance.objective()] if chance.perhaps(0.5) else []}


@step(cases.edit_case, 2)
def _(chance: Chance) -> Said:
    return anew(chance, stated_case(chance)) | {
        "case_id": last(chance, events.CaseOpened).case_id,
        "owner_person_id": chance.person() if chance.perhaps(0.3) else ABSENT,
    }


@step(cases.close_case)
def _(chance: Chance) -> Said:
    return {
        "case_id": last(chance, events.CaseOpened).case_id,
        "state": chance.one_of(*CaseState),
        "outcome": chance.text(),
    }


@step(meetings.plan_meeting, 4)
def _(chance: Chance) -> Said:
    people = [chance.person() for _ in range(chance.dice.randint(0, 2))]
    return stated_meeting(chance) | about(chance) | {"participant_ids": people}


@step(meetings.edit_meeting, 2)
def _(chance: Chance) -> Said:
    said = anew(chance, stated_meeting(chance))
    return said | {"meeting_id": last(chance, events.MeetingPlanned).meeting_id}


@step(meetings.hold_meeting, 2)
def _(chance: Chance) -> Said:
    return {
        "meeting_id": last(chance, events.MeetingPlanned).meeting_id,
        "held_on": chance.maybe(chance.day),
        "participant_ids": chance.maybe(lambda: [chance.person()]),
        "note": chance.maybe(chance.text),
    }


@step(meetings.skip_meeting)
def _(chance: Chance) -> Said:
    return {
        "meeting_id": last(chance, events.MeetingPlanned).meeting_id,
        "reason": chance.text(),
    }


@step(steps.add_step, 3)
def _(chance: Chance) -> Said:
    of_case = bool(chance.facts[events.CaseOpened]) and chance.perhaps(0.5)
    return {
        "case_id": last(chance, events.CaseOpened).case_id if of_case else None,
        "meeting_id": None if of_case else last(chance, events.MeetingPlanned).meeting_id,
        "owner_person_id": chance.maybe(chance.person, 0.3),
        "text": chance.text(),
        "due_on": chance.maybe(chance.day),
        **taken_with(chance),
    }


@step(steps.edit_step, 2)
def _(chance: Chance) -> Said:
    return {
        "step_id": last(chance, events.StepAdded).step_id,
        "text": chance.change(chance.text, 0.7),
        "due_on": chance.change(chance.day),
        **taken_with(chance),
    }


@step(steps.complete_step, 2)
def _(chance: Chance) -> Said:
    return {
        "step_id": chance.any(events.StepAdded).step_id,
        "done_on": chance.maybe(chance.day),
        "note": chance.maybe(chance.text),
    }
