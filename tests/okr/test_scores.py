"""Scoring objectives and key results: whose word it is, and when it is given."""

from dataclasses import replace
from decimal import Decimal

import pytest

from server.okr import events
from server.okr.scores import ScoreKeyResult, ScoreObjective, score_key_result, score_objective
from server.okr.terms import ScoreKind
from tests.okr.standings import (
    ANY,
    CYCLE,
    KEY_RESULT,
    OBJECTIVE,
    OWNERS,
    Rule,
    a_key_result,
    a_standing,
    a_stranger,
    about,
    an_objective,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
    who_may,
)

OBJECTIVE_SCORE = ScoreObjective(
    objective_id=OBJECTIVE, kind=ScoreKind.TEAM, score=Decimal("0.7"), comment="Nearly"
)
KEY_RESULT_SCORE = ScoreKeyResult(
    key_result_id=KEY_RESULT, kind=ScoreKind.TEAM, score=Decimal("0.7"), comment="Nearly"
)
Score = ScoreObjective | ScoreKeyResult
BOTH: list[tuple[Rule, Score, str, int]] = [
    (score_objective, OBJECTIVE_SCORE, "objective_id", 5),
    (score_key_result, KEY_RESULT_SCORE, "key_result_id", 6),
]
both = pytest.mark.parametrize(("rule", "said", "path", "version"), BOTH)


def test_a_score_says_whose_word_it_is_and_why() -> None:
    told: dict[str, object] = {
        "kind": ScoreKind.TEAM,
        "score": Decimal("0.7"),
        "comment": "Nearly",
        "participant_ids": [],
        "votes": [],
    }
    objective = the_fact(score_objective, about(), OBJECTIVE_SCORE)
    key_result = the_fact(score_key_result, about(), KEY_RESULT_SCORE)
    assert isinstance(objective, events.ObjectiveScored)
    assert isinstance(key_result, events.KeyResultScored)
    assert vars(objective) == {"objective_id": OBJECTIVE} | told
    assert vars(key_result) == {"key_result_id": KEY_RESULT} | told


@both
def test_only_owners_agree_on_a_score(rule: Rule, said: Score, path: str, version: int) -> None:
    assert who_may(rule, replace(said, kind=ScoreKind.AGREED)) == OWNERS


@pytest.mark.parametrize("kind", [ScoreKind.SELF, ScoreKind.TEAM])
def test_members_of_the_owning_team_score_too(kind: ScoreKind) -> None:
    assert who_may(score_objective, replace(OBJECTIVE_SCORE, kind=kind)) == OWNERS | {"member"}
    workers = {"member", "key result's owner", "contributor"}
    assert who_may(score_key_result, replace(KEY_RESULT_SCORE, kind=kind)) == OWNERS | workers


@both
def test_scores_are_given_while_the_cycle_runs_and_in_review(
    rule: Rule, said: Score, path: str, version: int
) -> None:
    for cycle in ("ACTIVE", "REVIEW"):
        assert reasons(rule, about(objective=an_objective(cycle=cycle)), said) == []
    early = about(objective=an_objective(cycle="PLANNING"))
    assert refused(rule, early, said) == {f"WRONG_STATE {path}"}
    late = about(objective=an_objective("CLOSED", "CLOSED"))
    assert refused(rule, late, said) == {f"CYCLE_IS_CLOSED {path}"}


@both
def test_what_was_agreed_and_not_given_up_is_scored(
    rule: Rule, said: Score, path: str, version: int
) -> None:
    for state, scored in {"ACTIVE": 1, "CLOSED": 1, "DRAFT": 0, "WITHDRAWN": 0}.items():
        told = reasons(rule, about(objective=an_objective(state)), said)
        assert told == ([] if scored else [f"WRONG_STATE {path}"])


@pytest.mark.parametrize("score", [Decimal("-0.01"), Decimal("1.01")])
@both
def test_all_that_is_wrong_with_a_score_is_told_at_once(
    rule: Rule, said: Score, path: str, version: int, score: Decimal
) -> None:
    standing = about(a_stranger(), objective=an_objective("WITHDRAWN"))
    told = refused(rule, standing, replace(said, score=score))
    assert told == {"NOT_ALLOWED", f"WRONG_STATE {path}", "INVALID score"}


@pytest.mark.parametrize("score", [Decimal(0), Decimal(1)])
@both
def test_a_score_may_be_nothing_or_everything(
    rule: Rule, said: Score, path: str, version: int, score: Decimal
) -> None:
    assert reasons(rule, about(), replace(said, score=score)) == []


def test_a_key_result_that_was_given_up_has_no_score() -> None:
    standing = about(key_result=a_key_result("WITHDRAWN"))
    assert refused(score_key_result, standing, KEY_RESULT_SCORE) == {"WRONG_STATE key_result_id"}


@both
def test_what_is_unknown_or_hidden_is_not_found(
    rule: Rule, said: Score, path: str, version: int
) -> None:
    assert refused(rule, a_standing(), said) == {f"NOT_FOUND {path}"}


@both
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: Score, path: str, version: int
) -> None:
    told = stale(rule, about(), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, version)


def test_a_score_rests_on_what_is_scored_and_its_cycle() -> None:
    grounds = {OBJECTIVE: ANY, CYCLE: ANY}
    assert rests_on(score_objective, about(), OBJECTIVE_SCORE) == grounds
    guards = rests_on(score_key_result, about(), KEY_RESULT_SCORE)
    assert guards.keys() == {KEY_RESULT, OBJECTIVE, CYCLE}
    assert "KeyResultScored" not in guards[KEY_RESULT]
