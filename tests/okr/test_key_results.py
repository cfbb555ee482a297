"""Rules about key results: adding, revising, withdrawing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from server.okr import events, terms
from server.okr.key_results import (
    AddKeyResult,
    ReviseKeyResult,
    add_key_result,
    revise_key_result,
)
from server.okr.metrics import MetricInput, MilestoneInput
from server.okr.standing import Standing
from server.okr.terms import ABSENT, MetricKind, RevisionCategory
from server.okr.withdrawals import WithdrawKeyResult, withdraw_key_result
from tests.okr.standings import (
    ALIGNMENTS,
    ANY,
    CYCLE,
    DRAFTERS,
    KEY_RESULT,
    OBJECTIVE,
    ORGANIZATION,
    SOMEBODY,
    Rule,
    Words,
    a_key_result,
    a_part,
    a_person,
    a_standing,
    a_stranger,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

METRIC = MetricInput(kind=MetricKind.INCREASE, baseline=Decimal(10), target=Decimal(20))
DONE = MetricInput(kind=MetricKind.DONE)
STEPS = MetricInput(kind=MetricKind.MILESTONES, milestones=[MilestoneInput(title="Draft")])
ADDITION = AddKeyResult(objective_id=OBJECTIVE, title="Twenty pairs", metric=METRIC)
REVISION = ReviseKeyResult(
    key_result_id=KEY_RESULT,
    reason="Fewer mentors than hoped",
    category=RevisionCategory.CAPACITY_CHANGE,
    title="Fifteen pairs",
)
WITHDRAWAL = WithdrawKeyResult(key_result_id=KEY_RESULT, reason="No mentors")
RUNNING: list[tuple[Rule, object]] = [
    (revise_key_result, REVISION),
    (withdraw_key_result, WITHDRAWAL),
]
EVERY_RULE: list[tuple[Rule, object, str, int]] = [
    (add_key_result, ADDITION, "objective_id", 5),
    *((rule, said, "key_result_id", 6) for rule, said in RUNNING),
]
every_rule = pytest.mark.parametrize(("rule", "said", "path", "version"), EVERY_RULE)
GROUNDS = {OBJECTIVE: ANY, CYCLE: ANY}
OF_KEY_RESULT = {"KeyResultRevised", "KeyResultWithdrawn", "KeyResultBound"}
OF_KEY_RESULT |= {"ContributorAssigned", "ContributorRemoved"}


def counting(**known: object) -> Standing:
    words: Words = known
    return about(key_result=a_key_result(**words))


def test_a_key_result_says_how_it_is_measured() -> None:
    due = date(2026, 12, 1)
    words = {"weight": Decimal(2), "due_on": due, "owner_person_id": SOMEBODY, "metric": STEPS}
    fact = the_fact(add_key_result, about(owner_person=a_person()), saying(ADDITION, **words))
    assert fact == events.KeyResultAdded(
        key_result_id=UUID(int=2),
        objective_id=OBJECTIVE,
        owner_person_id=SOMEBODY,
        title="Twenty pairs",
        weight=Decimal(2),
        due_on=due,
        metric=terms.Metric(kind=MetricKind.MILESTONES),
        milestones=[terms.PlannedMilestone(id=UUID(int=1), title="Draft")],
    )


@every_rule
def test_whoever_owns_or_drafted_the_objective_steers_its_key_results(
    rule: Rule, said: object, path: str, version: int
) -> None:
    also = set() if rule is add_key_result else {"key result's owner"}
    assert who_may(rule, said) == DRAFTERS | also


@every_rule
def test_key_results_change_while_their_objective_is_open(
    rule: Rule, said: object, path: str, version: int
) -> None:
    for state, is_open in {"DRAFT": 1, "ACTIVE": 1, "CLOSED": 0, "WITHDRAWN": 0}.items():
        told = reasons(rule, about(objective=an_objective(state)), said)
        assert told == ([] if is_open else [f"WRONG_STATE {path}"])


@every_rule
def test_key_results_change_until_the_cycle_is_closed(
    rule: Rule, said: object, path: str, version: int
) -> None:
    for cycle in ("PLANNING", "ACTIVE", "REVIEW"):
        assert reasons(rule, about(objective=an_objective(cycle=cycle)), said) == []
    late = about(a_stranger(), objective=an_objective("CLOSED", "CLOSED"))
    assert refused(rule, late, said) == {"NOT_ALLOWED", f"CYCLE_IS_CLOSED {path}"}


@every_rule
def test_what_is_unknown_or_hidden_is_not_found(
    rule: Rule, said: object, path: str, version: int
) -> None:
    assert refused(rule, a_standing(), said) == {f"NOT_FOUND {path}"}


@every_rule
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object, path: str, version: int
) -> None:
    told = stale(rule, about(), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, version)


@pytest.mark.parametrize(("rule", "said"), RUNNING)
def test_what_was_closed_or_given_up_does_not_change(rule: Rule, said: object) -> None:
    for state in ("CLOSED", "WITHDRAWN"):
        assert refused(rule, counting(state=state), said) == {"WRONG_STATE key_result_id"}


@pytest.mark.parametrize(("rule", "said"), RUNNING)
def test_a_change_without_a_reason_is_declined_with_all_else(rule: Rule, said: object) -> None:
    standing = about(a_stranger(), key_result=a_key_result("WITHDRAWN"))
    told = refused(rule, standing, saying(said, reason=" "))
    assert told == {"NOT_ALLOWED", "WRONG_STATE key_result_id", "REASON_IS_MISSING reason"}


@pytest.mark.parametrize(("rule", "said"), [(add_key_result, ADDITION), RUNNING[0]])
def test_a_key_result_is_due_within_its_cycle(rule: Rule, said: object) -> None:
    for day, told in (
        (date(2026, 9, 30), ["INVALID due_on"]),
        (date(2026, 10, 1), []),
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), ["INVALID due_on"]),
    ):
        assert reasons(rule, about(), saying(said, due_on=day)) == told


def test_all_that_is_wrong_with_a_key_result_is_told_at_once() -> None:
    said = AddKeyResult(
        objective_id=OBJECTIVE,
        title="",
        weight=Decimal(-1),
        metric=replace(METRIC, target=None, milestones=[MilestoneInput(title="x", id=SOMEBODY)]),
        owner_person_id=SOMEBODY,
    )
    full = an_objective("WITHDRAWN", key_results=50)
    standing = about(a_stranger(), objective=full, owner_person=a_person(active=False))
    assert refused(add_key_result, standing, said) == {
        "NOT_ALLOWED",
        "WRONG_STATE objective_id",
        "INVALID title",
        "INVALID weight",
        "INVALID metric.target",
        "INVALID metric.milestones",
        "NOT_FOUND metric.milestones.0.id",
        "WRONG_STATE owner_person_id",
        "LIMIT_REACHED objective_id",
    }


def test_an_objective_has_fifty_key_results_at_most() -> None:
    for number, told in ((49, []), (50, ["LIMIT_REACHED objective_id"])):
        standing = about(objective=an_objective(key_results=number))
        assert reasons(add_key_result, standing, ADDITION) == told
        assert reasons(revise_key_result, standing, REVISION) == []


def test_a_named_owner_is_found_and_has_not_left() -> None:
    for rule, said in ((add_key_result, ADDITION), (revise_key_result, REVISION)):
        named = saying(said, owner_person_id=SOMEBODY)
        assert refused(rule, about(), named) == {"NOT_FOUND owner_person_id"}
        gone = about(owner_person=a_person(active=False))
        assert refused(rule, gone, named) == {"WRONG_STATE owner_person_id"}


def test_a_revision_keeps_what_it_does_not_say() -> None:
    assert the_fact(revise_key_result, about(), REVISION) == events.KeyResultRevised(
        key_result_id=KEY_RESULT,
        changes={"title": "Fifteen pairs"},
        reason="Fewer mentors than hoped",
        category=RevisionCategory.CAPACITY_CHANGE,
        owner_person_id=ABSENT,
        metric=ABSENT,
        milestones=ABSENT,
    )


def test_a_revision_clears_what_may_be_empty() -> None:
    fact = the_fact(revise_key_result, about(), saying(REVISION, owner_person_id=None, due_on=None))
    assert isinstance(fact, events.KeyResultRevised)
    assert fact.owner_person_id is None
    assert fact.changes == {"title": "Fifteen pairs", "due_on": None}


def test_a_revision_clears_nothing_else() -> None:
    said = saying(REVISION, title=None, metric=None, weight=None)
    told = refused(revise_key_result, about(), said)
    assert told == {"INVALID title", "INVALID metric", "INVALID weight"}


def test_a_revised_metric_keeps_the_milestones_it_names() -> None:
    kept = an_id("kept")
    milestones = [MilestoneInput(title="Draft", id=kept), MilestoneInput(title="Launch")]
    said = replace(REVISION, metric=replace(STEPS, milestones=milestones))
    fact = the_fact(revise_key_result, counting(milestones=[kept, an_id("ended")]), said)
    assert isinstance(fact, events.KeyResultRevised)
    assert fact.metric == terms.Metric(kind=MetricKind.MILESTONES)
    assert fact.milestones == [
        terms.PlannedMilestone(id=kept, title="Draft"),
        terms.PlannedMilestone(id=UUID(int=1), title="Launch"),
    ]


def test_a_revised_metric_is_whole_and_names_milestones_that_are_there() -> None:
    milestones = [MilestoneInput(title="Draft", id=an_id("foreign"))]
    wrong = replace(STEPS, milestones=milestones, target=Decimal(1))
    told = refused(revise_key_result, about(), replace(REVISION, metric=wrong))
    assert told == {"INVALID metric.target", "NOT_FOUND metric.milestones.0.id"}


@pytest.mark.parametrize(
    "added",
    [{"contributions": [a_part()]}, {"summed": True}, {"contributions": [], "summed": False}],
)
def test_what_people_or_objectives_add_to_stays_a_sum(added: dict[str, object]) -> None:
    told = ["WRONG_STATE metric.kind"] if any(added.values()) else []
    assert reasons(revise_key_result, counting(**added), replace(REVISION, metric=DONE)) == told
    fewer = replace(METRIC, kind=MetricKind.DECREASE, target=Decimal(5))
    for metric in (METRIC, fewer):
        said = replace(REVISION, metric=metric)
        assert reasons(revise_key_result, counting(**added), said) == []


def test_giving_up_says_why() -> None:
    assert the_fact(withdraw_key_result, about(), WITHDRAWAL) == events.KeyResultWithdrawn(
        key_result_id=KEY_RESULT, reason="No mentors"
    )


def test_parts_are_given_up_with_their_whole() -> None:
    parts = [an_id("first part"), an_id("second part")]
    whole = about(key_result=a_key_result(parts=parts))
    assert withdraw_key_result(whole, WITHDRAWAL).facts == [
        events.KeyResultWithdrawn(key_result_id=each, reason="No mentors")
        for each in (KEY_RESULT, *parts)
    ]
    told = rests_on(withdraw_key_result, whole, WITHDRAWAL)
    assert all(told[part] == {"KeyResultWithdrawn"} for part in parts)


def test_an_addition_rests_on_the_objective_its_cycle_what_was_agreed_and_the_named_owner() -> None:
    named = replace(ADDITION, owner_person_id=SOMEBODY)
    left, grounds = {SOMEBODY: {"PersonDeactivated"}}, GROUNDS | {ORGANIZATION: {"PolicyChanged"}}
    assert rests_on(add_key_result, about(), ADDITION) == grounds
    assert rests_on(add_key_result, about(owner_person=a_person()), named) == grounds | left


def test_a_change_rests_on_revisions_and_contributors_but_not_on_reports() -> None:
    withdrawal = rests_on(withdraw_key_result, about(), WITHDRAWAL)
    assert withdrawal == GROUNDS | {KEY_RESULT: OF_KEY_RESULT}


def test_a_revision_rests_on_the_objectives_that_add_to_it_too() -> None:
    grounds = GROUNDS | {
        KEY_RESULT: OF_KEY_RESULT,
        ALIGNMENTS: ANY,
        ORGANIZATION: {"PolicyChanged"},
    }
    assert rests_on(revise_key_result, about(), REVISION) == grounds
    named = replace(REVISION, owner_person_id=SOMEBODY)
    left = {SOMEBODY: {"PersonDeactivated"}}
    assert rests_on(revise_key_result, about(owner_person=a_person()), named) == grounds | left
