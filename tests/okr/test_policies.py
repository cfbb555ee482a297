"""Agreeing on a policy: who does it, for what, and what may be said."""

from dataclasses import replace
from decimal import Decimal

import pytest

from server.okr import events
from server.okr.policies import ChangePolicy, change_policy
from tests.okr.standings import (
    ANY,
    CYCLE,
    ORGANIZATION,
    a_cycle,
    a_planner,
    a_standing,
    a_stranger,
    an_organization,
    refused,
    rests_on,
    stale,
    the_fact,
)

FOR_ALL = ChangePolicy(reason="We know more.")
FOR_ALL.completion_cut_off = Decimal("0.6")  # type: ignore[attr-defined]
FOR_A_CYCLE = replace(FOR_ALL, cycle_id=CYCLE)


def test_what_is_agreed_is_told_with_its_reason() -> None:
    assert the_fact(change_policy, a_standing(), FOR_ALL) == events.PolicyChanged(
        organization_id=ORGANIZATION,
        cycle_id=None,
        changes={"completion_cut_off": Decimal("0.6")},
        reason="We know more.",
    )


def test_administrators_agree_for_all_and_planners_for_a_cycle() -> None:
    assert refused(change_policy, a_standing(a_planner()), FOR_ALL) == {"NOT_ALLOWED"}
    change_policy(a_standing(a_planner(), cycle=a_cycle()), FOR_A_CYCLE)
    stranger = a_standing(a_stranger(), cycle=a_cycle())
    assert refused(change_policy, stranger, FOR_A_CYCLE) == {"NOT_ALLOWED"}


def test_a_change_for_a_cycle_rests_on_the_cycle_being_open() -> None:
    standing = a_standing(cycle=a_cycle())
    assert rests_on(change_policy, standing, FOR_A_CYCLE) == {
        ORGANIZATION: ANY,
        CYCLE: {"CycleClosed"},
    }


def test_a_closed_cycle_keeps_its_policy() -> None:
    standing = a_standing(cycle=a_cycle("CLOSED"))
    assert refused(change_policy, standing, FOR_A_CYCLE) == {"CYCLE_IS_CLOSED cycle_id"}


def test_an_unknown_cycle_is_not_found() -> None:
    assert refused(change_policy, a_standing(), FOR_A_CYCLE) == {"NOT_FOUND cycle_id"}


@pytest.mark.parametrize("cut_off", [None, Decimal("1.1"), Decimal(-1)])
def test_a_cut_off_is_a_share(cut_off: Decimal | None) -> None:
    said = ChangePolicy(reason="We know more.")
    said.completion_cut_off = cut_off  # type: ignore[attr-defined]
    assert refused(change_policy, a_standing(), said) == {"INVALID completion_cut_off"}


def test_the_organization_may_have_been_changed_meanwhile() -> None:
    told = stale(change_policy, a_standing(), FOR_ALL)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, an_organization().version)
