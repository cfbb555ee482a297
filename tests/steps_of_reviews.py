"""What is said in random histories when people sit together, and of what they leave for later."""

from collections.abc import Callable
from uuid import UUID

from server.okr import events, follow_ups, reviews
from server.okr.review_decisions import DecisionInput
from server.okr.reviews import AnswerInput, FollowUpInput
from server.okr.terms import Course, FollowUpKind, Question, ReviewKind, WorkKind
from tests.chance import Chance, NothingThere, step
from tests.steps import Said


@step(reviews.record_review, 8)
def _(chance: Chance) -> Said:
    kind = chance.one_of(*ReviewKind, ReviewKind.MID_TERM)
    ways: dict[ReviewKind, Callable[[], Said]] = {
        ReviewKind.TEAM: lambda: {"team_id": chance.any(events.TeamAdded).team_id},
        ReviewKind.MID_TERM: lambda: {"cycle_id": chance.any(events.CycleOpened).cycle_id},
        ReviewKind.CHARTER: lambda: {"cycle_id": chance.any(events.CycleOpened).cycle_id},
        ReviewKind.SPRINT: lambda: {"work_item_id": piece(chance, WorkKind.SPRINT)},
        ReviewKind.MILESTONE: lambda: {
            "work_item_id": piece(chance, WorkKind.MILESTONE),
            "on_pace": chance.perhaps(0.5),
            "sprint_ids": chance.maybe(lambda: [piece(chance, WorkKind.SPRINT)], 0.3),
        },
        ReviewKind.SEQUENCE: lambda: {"objective_id": chance.objective()},
        ReviewKind.RETROSPECTIVE: lambda: {"cycle_id": chance.any(events.CycleOpened).cycle_id},
    }
    about = ways[kind]()
    questions = [*reviews.ASKED.get(kind, ()), Question.LEARNED]
    people = [chance.person() for _ in range(chance.dice.randint(0, 2))]
    meetings = chance.facts[events.MeetingPlanned]
    return {
        "kind": kind,
        **about,
        "meeting_id": chance.one_of(*meetings).meeting_id
        if meetings and chance.perhaps(0.2)
        else None,
        "held_on": chance.maybe(chance.day, 0.3),
        "note": chance.maybe(chance.text),
        "participant_ids": people,
        "answers": [answer(chance, each, people) for each in questions],
        "decisions": [decision(chance)],
        "follow_ups": [
            FollowUpInput(
                text=chance.text(),
                for_cycle_id=chance.maybe(lambda: chance.any(events.CycleOpened).cycle_id),
            )
        ],
    }


def answer(chance: Chance, question: Question, people: list[UUID]) -> AnswerInput:
    by = chance.one_of(None, *people)
    return AnswerInput(question=question, text=chance.text(), by_person_id=by)


def piece(chance: Chance, kind: WorkKind) -> UUID:
    """A piece of work of a kind."""
    made = [each for each in chance.facts[events.WorkItemAdded] if each.kind is kind]
    if not made:
        raise NothingThere
    return UUID(str(chance.one_of(*made).work_item_id))


def decision(chance: Chance) -> DecisionInput:
    course = chance.one_of(*Course)
    traded = course is Course.TRADE_OFF
    items = chance.facts[events.WorkItemAdded] if chance.perhaps(0.3) else []
    return DecisionInput(
        decision=course,
        reason=chance.text(),
        key_result_id=None if items else chance.key_result(),
        work_item_id=items[-1].work_item_id if items else None,
        in_favour_of_objective_id=chance.objective() if traded else None,
    )


@step(follow_ups.park_item)
def _(chance: Chance) -> Said:
    return {
        "text": chance.text(),
        "kind": chance.one_of(*FollowUpKind),
        "for_cycle_id": chance.any(events.CycleOpened).cycle_id,
        "objective_id": chance.maybe(chance.objective),
    }


@step(follow_ups.resolve_follow_up)
def _(chance: Chance) -> Said:
    noted = [each.id for fact in chance.facts[events.ReviewRecorded] for each in fact.follow_ups]
    parked = [each.follow_up_id for each in chance.facts[events.ItemParked]]
    known = [*noted, *parked] or [chance.objective()]
    return {"follow_up_id": chance.dice.choice(known), "outcome": chance.text()}
