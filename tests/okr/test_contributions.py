"""Rules about contributors: who takes on which part of a key result."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from server.okr import events
from server.okr.contributions import (
    AssignContributor,
    ChangeContribution,
    RemoveContributor,
    assign_contributor,
    change_contribution,
    remove_contributor,
)
from server.okr.now import ActorNow, ContributionNow
from server.okr.standing import Standing
from server.okr.terms import MetricKind
from tests.okr.standings import (
    ANY,
    CONTRIBUTION,
    CYCLE,
    DRAFTERS,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    SOMEBODY,
    Rule,
    a_key_result,
    a_member,
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
    stale,
    the_fact,
    who_may,
)

ASSIGNMENT = AssignContributor(key_result_id=KEY_RESULT, person_id=SOMEBODY, target=Decimal(5))
CHANGE = ChangeContribution(contribution_id=CONTRIBUTION, target=Decimal(8))
REMOVAL = RemoveContributor(contribution_id=CONTRIBUTION)
OF_A_PART: list[tuple[Rule, object]] = [
    (change_contribution, CHANGE),
    (remove_contributor, REMOVAL),
]
EVERY_RULE: list[tuple[Rule, object, str]] = [
    (assign_contributor, ASSIGNMENT, "key_result_id"),
    *((rule, said, "contribution_id") for rule, said in OF_A_PART),
]
every_rule = pytest.mark.parametrize(("rule", "said", "path"), EVERY_RULE)
STEERING = DRAFTERS | {"key result's owner"}
GROUNDS = {
    OBJECTIVE: ANY,
    CYCLE: ANY,
    KEY_RESULT: {
        "KeyResultRevised",
        "KeyResultWithdrawn",
        "ContributorAssigned",
        "ContributorRemoved",
        "KeyResultBound",
    },
}


def sharing(
    actor: ActorNow | None = None, *, of: UUID = SOMEBODY, joins: UUID = SOMEBODY, **known: object
) -> Standing:
    """One person has a part of a key result, one may get a part."""
    return about(actor, contribution=a_part(of), person=a_person(id=joins), **known)


def test_a_contributor_is_assigned_a_part_with_a_target() -> None:
    assert the_fact(assign_contributor, sharing(), ASSIGNMENT) == events.ContributorAssigned(
        contribution_id=UUID(int=1),
        key_result_id=KEY_RESULT,
        person_id=SOMEBODY,
        target=Decimal(5),
        assigned=True,
    )


def test_who_takes_on_a_part_alone_joined() -> None:
    standing = sharing(a_member(), joins=ME)
    fact = the_fact(assign_contributor, standing, replace(ASSIGNMENT, person_id=ME))
    assert isinstance(fact, events.ContributorAssigned)
    assert (fact.person_id, fact.assigned) == (ME, False)


@every_rule
def test_whoever_steers_a_key_result_shares_it_out(rule: Rule, said: object, path: str) -> None:
    assert who_may(rule, said, sharing()) == STEERING


def test_members_of_the_owning_team_join_by_themselves() -> None:
    joining = replace(ASSIGNMENT, person_id=ME)
    allowed = who_may(assign_contributor, joining, sharing(joins=ME))
    assert allowed == STEERING | {"member", "contributor"}


@pytest.mark.parametrize(("rule", "said"), OF_A_PART)
def test_contributors_look_after_their_own_part(rule: Rule, said: object) -> None:
    assert reasons(rule, sharing(a_stranger(), of=ME), said) == []
    assert refused(rule, sharing(a_stranger(), of=SOMEBODY), said) == {"NOT_ALLOWED"}


@pytest.mark.parametrize("kind", MetricKind)
@every_rule
def test_only_what_increases_or_decreases_is_shared_out(
    rule: Rule, said: object, path: str, kind: MetricKind
) -> None:
    told = [] if kind in (MetricKind.INCREASE, MetricKind.DECREASE) else [f"WRONG_STATE {path}"]
    assert reasons(rule, sharing(key_result=a_key_result(metric=kind)), said) == told


@every_rule
def test_a_key_result_is_shared_out_while_it_is_active(rule: Rule, said: object, path: str) -> None:
    for state in ("CLOSED", "WITHDRAWN"):
        standing = sharing(key_result=a_key_result(state))
        assert refused(rule, standing, said) == {f"WRONG_STATE {path}"}


@every_rule
def test_a_key_result_is_shared_out_until_the_cycle_is_closed(
    rule: Rule, said: object, path: str
) -> None:
    for cycle in ("PLANNING", "ACTIVE", "REVIEW"):
        assert reasons(rule, sharing(objective=an_objective(cycle=cycle)), said) == []
    late = sharing(a_stranger(), objective=an_objective("CLOSED", "CLOSED"))
    assert refused(rule, late, said) == {"NOT_ALLOWED", f"CYCLE_IS_CLOSED {path}"}


@every_rule
def test_what_is_unknown_or_hidden_is_not_found(rule: Rule, said: object, path: str) -> None:
    assert refused(rule, a_standing(), said) == {f"NOT_FOUND {path}"}
    hidden = a_standing(contribution=a_part(), person=a_person())
    assert refused(rule, hidden, said) == {f"NOT_FOUND {path}"}


@every_rule
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object, path: str
) -> None:
    told = stale(rule, sharing(), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 6)


@pytest.mark.parametrize("target", [Decimal(0), Decimal(-5)])
def test_a_part_is_a_positive_amount(target: Decimal) -> None:
    assignment, change = replace(ASSIGNMENT, target=target), replace(CHANGE, target=target)
    assert refused(assign_contributor, sharing(), assignment) == {"INVALID target"}
    assert refused(change_contribution, sharing(), change) == {"INVALID target"}


def test_a_part_may_be_small() -> None:
    change = replace(CHANGE, target=Decimal("0.01"))
    assert reasons(change_contribution, sharing(), change) == []


def test_all_that_is_wrong_with_an_assignment_is_told_at_once() -> None:
    others = [ContributionNow(id=an_id(f"{n}"), person_id=an_id(f"{n}")) for n in range(99)]
    full = a_key_result("WITHDRAWN", metric="DONE", contributions=[a_part(SOMEBODY), *others])
    standing = about(a_stranger(), key_result=full, person=a_person(active=False))
    told = reasons(assign_contributor, standing, replace(ASSIGNMENT, target=Decimal(0)))
    assert sorted(told) == [
        "ALREADY_EXISTS person_id",
        "INVALID target",
        "LIMIT_REACHED key_result_id",
        "NOT_ALLOWED",
        "WRONG_STATE key_result_id",
        "WRONG_STATE key_result_id",
        "WRONG_STATE person_id",
    ]


def test_a_key_result_has_a_hundred_contributors_at_most() -> None:
    others = [ContributionNow(id=an_id(f"{n}"), person_id=an_id(f"{n}")) for n in range(100)]
    for parts, told in ((others[1:], []), (others, ["LIMIT_REACHED key_result_id"])):
        standing = sharing(key_result=a_key_result(contributions=parts))
        assert reasons(assign_contributor, standing, ASSIGNMENT) == told
        assert reasons(remove_contributor, standing, REMOVAL) == []


def test_an_unknown_person_is_not_found() -> None:
    assert refused(assign_contributor, about(), ASSIGNMENT) == {"NOT_FOUND person_id"}


def test_the_facts_say_what_became_of_a_part() -> None:
    assert the_fact(change_contribution, sharing(), CHANGE) == events.ContributionChanged(
        contribution_id=CONTRIBUTION, key_result_id=KEY_RESULT, target=Decimal(8)
    )
    assert the_fact(remove_contributor, sharing(), REMOVAL) == events.ContributorRemoved(
        contribution_id=CONTRIBUTION, key_result_id=KEY_RESULT
    )


@every_rule
def test_a_decision_rests_on_the_contributors(rule: Rule, said: object, path: str) -> None:
    joins = {SOMEBODY: {"PersonDeactivated"}} if rule is assign_contributor else {}
    assert rests_on(rule, sharing(), said) == GROUNDS | joins
