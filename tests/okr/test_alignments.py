"""Rules about alignments: who supports what, and how it counts."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from server.okr import events
from server.okr.alignments import (
    AlignObjective,
    RemoveAlignment,
    ReviseAlignment,
    align_objective,
    remove_alignment,
    revise_alignment,
)
from server.okr.standing import Standing
from server.okr.terms import MetricKind, RollUp, Visibility
from tests.okr.standings import (
    ALIGNMENT,
    ALIGNMENTS,
    ANY,
    CYCLE,
    DRAFTERS,
    OBJECTIVE,
    Rule,
    Words,
    a_key_result,
    a_standing,
    a_stranger,
    about,
    an_alignment,
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

TARGET, MEASURE = an_id("target"), an_id("measure")
TO_OBJECTIVE = AlignObjective(objective_id=OBJECTIVE, to_objective_id=TARGET)
TO_KEY_RESULT = AlignObjective(objective_id=OBJECTIVE, to_key_result_id=MEASURE)
REVISION = ReviseAlignment(alignment_id=ALIGNMENT, weight=Decimal(2))
REMOVAL = RemoveAlignment(alignment_id=ALIGNMENT)
EVERY_RULE: list[tuple[Rule, object, str, int]] = [
    (align_objective, TO_OBJECTIVE, "objective_id", 5),
    (revise_alignment, REVISION, "alignment_id", 7),
    (remove_alignment, REMOVAL, "alignment_id", 7),
]
every_rule = pytest.mark.parametrize(("rule", "said", "path", "version"), EVERY_RULE)
PRIVATE = an_objective(visibility=Visibility.PRIVATE)


def supporting(**known: object) -> Standing:
    """An objective that may support an objective, or does so already."""
    target: Words = {"to_objective": an_objective(id=TARGET), "alignment": an_alignment()}
    return about(**(target | known))


def measuring(metric: str = "INCREASE", **known: object) -> Standing:
    """An objective that may support a key result, or does so already."""
    alignment = an_alignment(to_objective_id=None, to_key_result_id=MEASURE)
    target: Words = {
        "to_key_result": a_key_result(id=MEASURE, metric=metric),
        "alignment": alignment,
    }
    return about(**(target | known))


def test_an_objective_supports_an_objective_without_counting_unless_more_is_said() -> None:
    assert the_fact(align_objective, supporting(), TO_OBJECTIVE) == events.ObjectiveAligned(
        alignment_id=UUID(int=1),
        objective_id=OBJECTIVE,
        to_objective_id=TARGET,
        to_key_result_id=None,
        roll_up=RollUp.NONE,
        weight=Decimal(1),
        rationale=None,
    )


def test_an_objective_supports_a_key_result_and_counts_as_said() -> None:
    words = {"roll_up": RollUp.SUM, "weight": Decimal("0.5"), "rationale": "Half of it"}
    said = saying(TO_KEY_RESULT, **words)
    assert the_fact(align_objective, measuring(), said) == events.ObjectiveAligned(
        alignment_id=UUID(int=1),
        objective_id=OBJECTIVE,
        to_objective_id=None,
        to_key_result_id=MEASURE,
        roll_up=RollUp.SUM,
        weight=Decimal("0.5"),
        rationale="Half of it",
    )


def test_a_revision_keeps_what_it_does_not_say_and_null_takes_words_away() -> None:
    said = ReviseAlignment(alignment_id=ALIGNMENT, rationale=None)
    assert the_fact(revise_alignment, supporting(), said) == events.AlignmentRevised(
        alignment_id=ALIGNMENT, objective_id=OBJECTIVE, changes={"rationale": None}
    )


def test_what_no_longer_helps_is_ended() -> None:
    assert the_fact(remove_alignment, supporting(), REMOVAL) == events.AlignmentRemoved(
        alignment_id=ALIGNMENT, objective_id=OBJECTIVE
    )


@every_rule
def test_whoever_owns_or_drafted_the_supporter_aligns_it(
    rule: Rule, said: object, path: str, version: int
) -> None:
    assert who_may(rule, said, supporting()) == DRAFTERS


@every_rule
def test_an_objective_aligns_while_it_is_open(
    rule: Rule, said: object, path: str, version: int
) -> None:
    for state, is_open in {"DRAFT": 1, "ACTIVE": 1, "CLOSED": 0, "WITHDRAWN": 0}.items():
        told = reasons(rule, supporting(objective=an_objective(state)), said)
        assert told == ([] if is_open else [f"WRONG_STATE {path}"])


@every_rule
def test_a_closed_cycle_is_not_aligned_anew(
    rule: Rule, said: object, path: str, version: int
) -> None:
    for cycle, told in {
        "PLANNING": [],
        "REVIEW": [],
        "CLOSED": [f"CYCLE_IS_CLOSED {path}"],
    }.items():
        assert reasons(rule, supporting(objective=an_objective(cycle=cycle)), said) == told


@every_rule
def test_what_is_unknown_or_hidden_is_not_found(
    rule: Rule, said: object, path: str, version: int
) -> None:
    assert refused(rule, a_standing(), said) == {f"NOT_FOUND {path}"}
    hidden = a_standing(alignment=an_alignment())
    assert refused(rule, hidden, said) == {f"NOT_FOUND {path}"}


@every_rule
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object, path: str, version: int
) -> None:
    told = stale(rule, supporting(), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, version)


@every_rule
def test_a_decision_rests_on_all_alignments_and_both_ends(
    rule: Rule, said: object, path: str, version: int
) -> None:
    grounds = {ALIGNMENTS: ANY, OBJECTIVE: ANY, CYCLE: ANY}
    assert rests_on(rule, supporting(), said) == grounds | {TARGET: ANY}
    changed = {
        "KeyResultRevised",
        "KeyResultWithdrawn",
        "ContributorAssigned",
        "ContributorRemoved",
        "KeyResultBound",
    }
    said = TO_KEY_RESULT if rule is align_objective else said
    assert rests_on(rule, measuring(), said) == grounds | {MEASURE: changed}


@pytest.mark.parametrize(
    ("state", "cycle", "told"),
    [
        ("CLOSED", "ACTIVE", "WRONG_STATE"),
        ("WITHDRAWN", "ACTIVE", "WRONG_STATE"),
        ("CLOSED", "CLOSED", "CYCLE_IS_CLOSED"),
    ],
)
def test_what_has_ended_is_not_supported_anew(state: str, cycle: str, told: str) -> None:
    ended = an_objective(state, cycle, id=TARGET)
    objective = supporting(to_objective=ended)
    assert refused(align_objective, objective, TO_OBJECTIVE) == {f"{told} to_objective_id"}
    key_result = measuring(to_key_result=a_key_result(id=MEASURE, objective=ended))
    assert refused(align_objective, key_result, TO_KEY_RESULT) == {f"{told} to_key_result_id"}


def test_one_thing_is_named_to_support() -> None:
    both = replace(TO_OBJECTIVE, to_key_result_id=MEASURE)
    neither = AlignObjective(objective_id=OBJECTIVE)
    known = supporting(to_key_result=a_key_result(id=MEASURE))
    assert refused(align_objective, known, both) == {"INVALID to_objective_id"}
    assert refused(align_objective, about(), neither) == {"INVALID to_objective_id"}


def test_what_is_to_be_supported_is_found() -> None:
    assert refused(align_objective, about(), TO_OBJECTIVE) == {"NOT_FOUND to_objective_id"}
    assert refused(align_objective, about(), TO_KEY_RESULT) == {"NOT_FOUND to_key_result_id"}


@pytest.mark.parametrize(
    ("said", "place"), [(TO_OBJECTIVE, "to_objective_id"), (TO_KEY_RESULT, "to_key_result_id")]
)
def test_all_that_is_wrong_with_an_alignment_is_told_at_once(
    said: AlignObjective, place: str
) -> None:
    standing = measuring(
        actor=a_stranger(),
        objective=replace(PRIVATE, alignments=50),
        to_objective=an_objective(id=TARGET),
        target_leads_to_objective=True,
        aligned_already=True,
    )
    counted = replace(said, roll_up=RollUp.MEAN, weight=Decimal(-1))
    assert refused(align_objective, standing, counted) == {
        "NOT_ALLOWED",
        f"ALIGNMENT_WOULD_LOOP {place}",
        f"ALREADY_EXISTS {place}",
        "LIMIT_REACHED objective_id",
        "INVALID weight",
        "INVALID roll_up",
    }


def test_an_objective_supports_fifty_things_at_most() -> None:
    for alignments, told in ((49, []), (50, ["LIMIT_REACHED objective_id"])):
        standing = supporting(objective=an_objective(alignments=alignments))
        assert reasons(align_objective, standing, TO_OBJECTIVE) == told
        assert reasons(revise_alignment, standing, REVISION) == []


def test_all_that_is_wrong_with_a_revision_is_told_at_once() -> None:
    standing = supporting(actor=a_stranger(), objective=an_objective("WITHDRAWN"))
    told = refused(revise_alignment, standing, saying(REVISION, weight=None, roll_up=None))
    wrong = {"NOT_ALLOWED", "WRONG_STATE alignment_id"}
    assert told == wrong | {"INVALID weight", "INVALID roll_up"}


def test_a_weight_may_be_zero_but_not_less() -> None:
    for weight, told in ((Decimal(0), []), (Decimal("-0.1"), ["INVALID weight"])):
        assert reasons(align_objective, supporting(), replace(TO_OBJECTIVE, weight=weight)) == told
        assert reasons(revise_alignment, supporting(), replace(REVISION, weight=weight)) == told


@pytest.mark.parametrize("roll_up", RollUp)
@pytest.mark.parametrize("target", ["objective", "key result"])
def test_what_is_private_is_shown_and_never_counted(roll_up: RollUp, target: str) -> None:
    standing = (supporting if target == "objective" else measuring)(objective=PRIVATE)
    said = replace(TO_OBJECTIVE if target == "objective" else TO_KEY_RESULT, roll_up=roll_up)
    told = [] if roll_up is RollUp.NONE else ["INVALID roll_up"]
    assert reasons(align_objective, standing, said) == told
    revision = replace(REVISION, roll_up=roll_up)
    assert reasons(revise_alignment, standing, revision) == told


def test_what_the_actor_cannot_see_cannot_be_made_to_count() -> None:
    unseen = supporting(to_objective=None)
    counted, uncounted = (replace(REVISION, roll_up=each) for each in (RollUp.SUM, RollUp.NONE))
    assert refused(revise_alignment, unseen, counted) == {"NOT_FOUND alignment_id"}
    assert reasons(revise_alignment, unseen, uncounted) == []
    assert reasons(remove_alignment, unseen, REMOVAL) == []


@pytest.mark.parametrize("kind", MetricKind)
def test_only_what_increases_or_decreases_can_be_added_to(kind: MetricKind) -> None:
    told = [] if kind in (MetricKind.INCREASE, MetricKind.DECREASE) else ["INVALID roll_up"]
    standing = measuring(metric=kind)
    summed = replace(TO_KEY_RESULT, roll_up=RollUp.SUM)
    assert reasons(align_objective, standing, summed) == told
    assert reasons(revise_alignment, standing, replace(REVISION, roll_up=RollUp.SUM)) == told
    assert reasons(align_objective, standing, replace(summed, roll_up=RollUp.MEAN)) == []


def test_an_objective_adds_to_an_objective_whatever_measures_it() -> None:
    summed = replace(TO_OBJECTIVE, roll_up=RollUp.SUM)
    assert reasons(align_objective, supporting(), summed) == []
