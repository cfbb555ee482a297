"""Reviews: what each kind asks for, who records them, and what they decide."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from server.okr import events
from server.okr.follow_ups import ParkItem, ResolveFollowUp, park_item, resolve_follow_up
from server.okr.review_decisions import DecisionInput
from server.okr.reviews import AnswerInput, FollowUpInput, RecordReview, record_review
from server.okr.said_now import FollowUpNow
from server.okr.standing import Standing
from server.okr.terms import Course, Question, ReviewKind
from tests.okr.standings import (
    CYCLE,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    OWNERS,
    TEAM,
    TODAY,
    a_cycle,
    a_member,
    a_person,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
    who_may,
)

LATER = an_id("later")
ANSWERS = [
    AnswerInput(question=each, text="So.") for each in Question if each is not Question.OTHER
]
BACK = RecordReview(kind=ReviewKind.RETROSPECTIVE, objective_id=OBJECTIVE, answers=ANSWERS)
STOP = DecisionInput(decision=Course.STOP, reason="So.", objective_id=OBJECTIVE)
HALFWAY = RecordReview(kind=ReviewKind.MID_TERM, objective_id=OBJECTIVE, decisions=[STOP])
ITEM = ParkItem(text="Mend the lift.", for_cycle_id=LATER, objective_id=OBJECTIVE)
OUTCOME = ResolveFollowUp(follow_up_id=an_id("left"), outcome="Mended.")


def together(**known: Any) -> Standing:
    """A standing in which what decisions name is seen."""
    standing = about()
    assert standing.objective
    return replace(standing, objectives=[standing.objective], **known)


def left(**known: Any) -> FollowUpNow:
    follow_up = FollowUpNow(
        id=an_id("left"), version=3, open=True, author_id=ME, objective_id=None, team_id=None
    )
    return replace(follow_up, **known)


def test_a_review_keeps_what_was_answered_decided_and_left() -> None:
    said = replace(
        BACK,
        participant_ids=[an_id("other")],
        decisions=[STOP],
        follow_ups=[FollowUpInput(text="A room.", for_cycle_id=LATER)],
    )
    standing = together(people=[a_person()], later_cycles=[a_cycle("PLANNING", id=LATER)])
    fact = the_fact(record_review, standing, said)
    assert isinstance(fact, events.ReviewRecorded)
    assert (fact.objective_id, fact.held_on) == (OBJECTIVE, TODAY)
    assert [each.question for each in fact.answers] == [each.question for each in ANSWERS]
    assert [(each.decision, each.objective_id) for each in fact.decisions] == [
        (Course.STOP, OBJECTIVE)
    ]
    assert [(each.text, each.for_cycle_id) for each in fact.follow_ups] == [("A room.", LATER)]
    lists = (fact.answers, fact.decisions, fact.follow_ups)
    made = [fact.review_id, *(each.id for parts in lists for each in parts)]
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("kind", [ReviewKind.RETROSPECTIVE, ReviewKind.SEQUENCE])
def test_a_kind_asks_its_questions(kind: ReviewKind) -> None:
    said = replace(BACK, kind=kind, answers=ANSWERS[:0])
    assert reasons(record_review, about(), said) == ["INVALID answers"] * 3
    assert reasons(record_review, about(), replace(BACK, kind=kind)) == []


def test_whoever_has_a_hand_in_it_records_its_review() -> None:
    of_objective = OWNERS | {"author", "member"}
    assert who_may(record_review, BACK) == of_objective
    key_result = replace(BACK, objective_id=None, key_result_id=KEY_RESULT)
    workers = {"member", "key result's owner", "contributor"}
    assert who_may(record_review, key_result) == OWNERS | workers
    parking = who_may(park_item, ITEM, about(for_cycle=a_cycle(id=LATER)))
    assert parking == of_objective | workers
    of_team = replace(BACK, objective_id=None, team_id=TEAM)
    team = a_standing(a_member(), team=a_team())
    assert reasons(record_review, team, of_team) == []
    stranger = replace(team, actor=a_stranger())
    assert refused(record_review, stranger, of_team) == {"NOT_ALLOWED"}
    assert reasons(record_review, replace(team, actor=a_planner()), of_team) == []


def test_a_review_is_about_one_thing_that_is_there() -> None:
    nothing = replace(BACK, objective_id=None)
    assert refused(record_review, about(), nothing) == {"INVALID kind"}
    assert refused(record_review, a_standing(), BACK) == {"NOT_FOUND objective_id"}
    both = replace(BACK, key_result_id=KEY_RESULT)
    assert refused(record_review, about(), both) == {"INVALID kind"}
    team = replace(BACK, kind=ReviewKind.TEAM, objective_id=None, team_id=TEAM, cycle_id=CYCLE)
    standing = about(team=a_team(), cycle=a_cycle())
    assert reasons(record_review, standing, team) == []
    nobody = replace(team, team_id=None)
    assert refused(record_review, standing, nobody) == {"INVALID team_id"}


def test_nobody_looks_back_at_what_has_not_begun_or_forward_to_a_review() -> None:
    early = about(objective=an_objective(cycle="PLANNING"))
    assert refused(record_review, early, BACK) == {"WRONG_STATE kind"}
    tomorrow = replace(BACK, held_on=TODAY + timedelta(days=1))
    assert refused(record_review, about(), tomorrow) == {"INVALID held_on"}


def test_what_lists_name_has_to_be_seen() -> None:
    said = replace(
        HALFWAY,
        participant_ids=[ME],
        follow_ups=[FollowUpInput(text="", for_cycle_id=LATER)],
    )
    assert refused(record_review, about(), said) == {
        "NOT_FOUND participant_ids.0",
        "NOT_FOUND decisions.0.objective_id",
        "NOT_FOUND follow_ups.0.for_cycle_id",
        "INVALID follow_ups.0.text",
    }
    closed = together(people=[a_person(id=ME)], later_cycles=[a_cycle("CLOSED", id=LATER)])
    assert refused(record_review, closed, said) == {
        "CYCLE_IS_CLOSED follow_ups.0.for_cycle_id",
        "INVALID follow_ups.0.text",
    }


def test_there_is_an_end_to_every_list() -> None:
    said = replace(BACK, follow_ups=[FollowUpInput(text="So.")] * 51)
    assert refused(record_review, about(), said) == {"LIMIT_REACHED follow_ups"}


def test_halfway_something_is_decided_about_what_goes_on() -> None:
    assert reasons(record_review, together(), HALFWAY) == []
    nothing = replace(HALFWAY, decisions=None)
    assert refused(record_review, together(), nothing) == {"INVALID decisions"}
    for objective, told in (
        (an_objective("WITHDRAWN"), "WRONG_STATE decisions.0"),
        (an_objective("CLOSED", "CLOSED"), "CYCLE_IS_CLOSED decisions.0"),
    ):
        standing = replace(about(objective=objective), objectives=[objective])
        assert refused(record_review, standing, HALFWAY) == {told}


def test_a_review_decides_once_on_each_thing() -> None:
    keep = replace(STOP, decision=Course.KEEP)
    said = replace(HALFWAY, decisions=[STOP, keep])
    assert refused(record_review, together(), said) == {"INVALID decisions.1"}


def test_others_decide_about_their_own() -> None:
    elsewhere = an_objective(id=an_id("elsewhere"), owner_team_id=None)
    standing = replace(about(a_member()), objectives=[elsewhere])
    said = replace(HALFWAY, decisions=[replace(STOP, objective_id=elsewhere.id)])
    assert refused(record_review, standing, said) == {"NOT_ALLOWED decisions.0"}


@pytest.mark.parametrize(
    ("decision", "favoured", "told"),
    [
        (Course.TRADE_OFF, None, "INVALID decisions.0.in_favour_of_objective_id"),
        (Course.TRADE_OFF, OBJECTIVE, "INVALID decisions.0.in_favour_of_objective_id"),
        (Course.KEEP, an_id("other"), "INVALID decisions.0.in_favour_of_objective_id"),
    ],
)
def test_only_a_trade_off_is_in_favour_of_something_else(
    decision: Course, favoured: UUID | None, told: str
) -> None:
    made = replace(STOP, decision=decision, in_favour_of_objective_id=favoured)
    other = an_objective(id=an_id("other"))
    standing = together()
    standing = replace(standing, objectives=[*standing.objectives, other])
    assert refused(record_review, standing, replace(HALFWAY, decisions=[made])) == {told}
    good = replace(STOP, decision=Course.TRADE_OFF, in_favour_of_objective_id=other.id)
    assert reasons(record_review, standing, replace(HALFWAY, decisions=[good])) == []


def test_a_decision_rests_on_what_it_is_about() -> None:
    assert rests_on(record_review, together(), HALFWAY).keys() == {OBJECTIVE, CYCLE}


def test_what_is_parked_waits_for_a_cycle_that_is_not_over() -> None:
    fact = the_fact(park_item, about(for_cycle=a_cycle("PLANNING", id=LATER)), ITEM)
    assert isinstance(fact, events.ItemParked)
    assert (fact.text, fact.for_cycle_id) == ("Mend the lift.", LATER)
    closed = about(for_cycle=a_cycle("CLOSED", id=LATER))
    assert refused(park_item, closed, replace(ITEM, text=" ")) == {
        "CYCLE_IS_CLOSED for_cycle_id",
        "INVALID text",
    }
    assert refused(park_item, about(), ITEM) == {"NOT_FOUND for_cycle_id"}


def test_its_author_and_those_concerned_say_what_came_of_it() -> None:
    mine = a_standing(a_stranger(permissions=[]), follow_up=left())
    fact = the_fact(resolve_follow_up, mine, OUTCOME)
    assert isinstance(fact, events.FollowUpResolved)
    assert fact.outcome == "Mended."
    others = replace(mine, follow_up=left(author_id=an_id("other")))
    assert refused(resolve_follow_up, others, OUTCOME) == {"NOT_ALLOWED"}
    of_team = replace(others, follow_up=left(author_id=an_id("other"), team_id=TEAM))
    assert refused(resolve_follow_up, of_team, OUTCOME) == {"NOT_ALLOWED"}
    assert reasons(resolve_follow_up, replace(of_team, actor=a_member()), OUTCOME) == []
    hidden = replace(mine, follow_up=left(objective_id=OBJECTIVE))
    assert refused(resolve_follow_up, hidden, OUTCOME) == {"NOT_FOUND follow_up_id"}


def test_it_is_resolved_once_on_the_version_it_was_decided_on() -> None:
    done = a_standing(follow_up=left(open=False))
    assert refused(resolve_follow_up, done, replace(OUTCOME, outcome="")) == {
        "WRONG_STATE follow_up_id",
        "INVALID outcome",
    }
    told = stale(resolve_follow_up, a_standing(follow_up=left()), OUTCOME)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 3)
