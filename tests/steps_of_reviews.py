"""What is said in random histories when people sit together, and of what they leave for later."""

from server.okr import events, follow_ups, reviews
from server.okr.review_decisions import DecisionInput
from server.okr.reviews import FollowUpInput
from server.okr.terms import Answer, Course, FollowUpKind, Question, ReviewKind
from tests.chance import Chance, step
from tests.steps import Said


@step(reviews.record_review, 8)
def _(chance: Chance) -> Said:
    kind = chance.one_of(*ReviewKind, ReviewKind.MID_TERM)
    about = {
        ReviewKind.TEAM: lambda: {"team_id": chance.any(events.TeamAdded).team_id},
        ReviewKind.MID_TERM: lambda: {"cycle_id": chance.any(events.CycleOpened).cycle_id},
        ReviewKind.SEQUENCE: lambda: {"objective_id": chance.objective()},
        ReviewKind.RETROSPECTIVE: lambda: {"cycle_id": chance.any(events.CycleOpened).cycle_id},
    }[kind]()
    questions = [*reviews.ASKED.get(kind, ()), Question.LEARNED]
    return {
        "kind": kind,
        **about,
        "held_on": chance.maybe(chance.day, 0.3),
        "note": chance.maybe(chance.text),
        "participant_ids": [chance.person() for _ in range(chance.dice.randint(0, 2))],
        "answers": [Answer(question=each, text=chance.text()) for each in questions],
        "decisions": [decision(chance)],
        "follow_ups": [
            FollowUpInput(
                text=chance.text(),
                for_cycle_id=chance.maybe(lambda: chance.any(events.CycleOpened).cycle_id),
            )
        ],
    }


def decision(chance: Chance) -> DecisionInput:
    course = chance.one_of(*Course)
    traded = course is Course.TRADE_OFF
    return DecisionInput(
        decision=course,
        reason=chance.text(),
        key_result_id=chance.key_result(),
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
