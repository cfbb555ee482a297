"""Why something was missed: when it is asked, and who says it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from server.okr import events
from server.okr.bands import whole
from server.okr.misses import ExplainMiss, MissInput, explain_miss
from server.okr.refusals import Objections
from server.okr.scores import ScoreKeyResult, score_key_result
from server.okr.standing import Standing
from server.okr.terms import Demand, MissCategory, Policy, ScoreBand, ScoreKind
from tests.okr.standings import (
    KEY_RESULT,
    OWNERS,
    a_cycle,
    a_key_result,
    a_standing,
    about,
    an_objective,
    reasons,
    refused,
    stale,
    the_fact,
    who_may,
)

WHY = ExplainMiss(key_result_id=KEY_RESULT, category=MissCategory.CAPACITY, text="Two left.")
MISS = MissInput(category=MissCategory.CAPACITY, text="Two left.", improvement="Hire.")
LOW = ScoreKeyResult(key_result_id=KEY_RESULT, kind=ScoreKind.AGREED, score=Decimal("0.69"))


def demanding(demand: Demand, *, explained: bool = False) -> Standing:
    """A cycle whose policy asks for reasons."""
    objective = an_objective()
    objective = replace(objective, cycle=a_cycle(policy=Policy(miss_reason=demand)))
    return about(key_result=a_key_result(explained=explained), objective=objective)


def test_a_miss_is_told_as_it_was_said() -> None:
    fact = the_fact(explain_miss, about(), replace(WHY, improvement="Hire."))
    assert fact == events.MissExplained(
        key_result_id=KEY_RESULT,
        category=MissCategory.CAPACITY,
        text="Two left.",
        improvement="Hire.",
    )


def test_whoever_worked_on_it_says_why() -> None:
    workers = {"member", "key result's owner", "contributor"}
    assert who_may(explain_miss, WHY) == OWNERS | workers
    assert refused(explain_miss, a_standing(), WHY) == {"NOT_FOUND key_result_id"}
    assert refused(explain_miss, about(), replace(WHY, text=" ", improvement="")) == {
        "REASON_IS_MISSING text",
        "INVALID improvement",
    }
    told = stale(explain_miss, about(), WHY)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 6)


def test_it_is_said_from_the_start_on_and_after_the_end() -> None:
    early = about(objective=an_objective(cycle="PLANNING"))
    assert refused(explain_miss, early, WHY) == {"WRONG_STATE key_result_id"}
    late = about(objective=an_objective("CLOSED", "CLOSED"))
    assert reasons(explain_miss, late, WHY) == []
    given_up = about(key_result=a_key_result("WITHDRAWN"))
    assert refused(explain_miss, given_up, WHY) == {"WRONG_STATE key_result_id"}


@pytest.mark.parametrize("demand", [Demand.NONE, Demand.WARN])
def test_a_policy_that_does_not_refuse_takes_a_bare_score(demand: Demand) -> None:
    assert reasons(score_key_result, demanding(demand), LOW) == []


def test_a_policy_may_refuse_a_low_score_without_a_reason() -> None:
    standing = demanding(Demand.REFUSE)
    assert refused(score_key_result, standing, LOW) == {"REASON_IS_MISSING miss"}
    assert reasons(score_key_result, demanding(Demand.REFUSE, explained=True), LOW) == []
    for enough in (replace(LOW, score=Decimal("0.7")), replace(LOW, kind=ScoreKind.TEAM)):
        assert reasons(score_key_result, standing, enough) == []
    scored, explained = score_key_result(standing, replace(LOW, miss=MISS)).facts
    assert isinstance(scored, events.KeyResultScored)
    assert isinstance(explained, events.MissExplained)
    without = replace(MISS, improvement=None)
    assert refused(score_key_result, standing, replace(LOW, miss=without)) == {
        "REASON_IS_MISSING miss.improvement"
    }


def test_what_was_reached_in_full_was_not_missed() -> None:
    reached = about(key_result=a_key_result(reached=True))
    assert refused(explain_miss, reached, WHY) == {"WRONG_STATE key_result_id"}
    full = replace(LOW, score=Decimal(1), miss=MISS)
    for said in (full, replace(LOW, kind=ScoreKind.SELF, miss=MISS)):
        assert refused(score_key_result, about(), said) == {"INVALID miss"}
    assert reasons(score_key_result, about(), replace(LOW, score=Decimal("0.9"), miss=MISS)) == []


def test_the_bands_of_a_new_organization_are_whole() -> None:
    objections = Objections()
    whole(objections, Policy().score_bands, "score_bands")
    bonus = ScoreBand(label="Above", color="#000000", from_=Decimal(1), to=Decimal(2))
    whole(objections, [*Policy().score_bands, bonus], "score_bands")
    assert objections == []
