"""Rules about pairs: how much beside how good."""

from dataclasses import replace

from server.okr import events
from server.okr.key_results import AddKeyResult, ReviseKeyResult, add_key_result, revise_key_result
from server.okr.metrics import MetricInput
from server.okr.terms import IndicatorKind, KeyResultState, MetricKind, RevisionCategory
from tests.okr.standings import (
    KEY_RESULT,
    OBJECTIVE,
    a_key_result,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    the_fact,
)

OTHER = an_id("other key result")
MUCH = replace(a_key_result(), id=OTHER, indicator_kind=IndicatorKind.QUANTITY)
HERE = about(paired_with=MUCH)
GOOD = AddKeyResult(
    objective_id=OBJECTIVE,
    title="4.8 stars",
    metric=MetricInput(kind=MetricKind.DONE),
    indicator_kind=IndicatorKind.QUALITY,
    paired_with_id=OTHER,
)
REVISION = ReviseKeyResult(
    key_result_id=KEY_RESULT,
    reason="So",
    category=RevisionCategory.OTHER,
    indicator_kind=IndicatorKind.QUALITY,
    paired_with_id=OTHER,
)
UNLIKE = {"INVALID paired_with_id"}


def test_one_of_a_pair_says_how_much_and_the_other_how_good() -> None:
    fact = the_fact(add_key_result, HERE, GOOD)
    assert isinstance(fact, events.KeyResultAdded)
    assert fact.paired_with_id == OTHER
    changed = {"KeyResultRevised", "KeyResultWithdrawn"}
    assert rests_on(add_key_result, HERE, GOOD)[OTHER] == changed
    for kind in (None, IndicatorKind.QUANTITY):
        assert refused(add_key_result, HERE, saying(GOOD, indicator_kind=kind)) == UNLIKE
        assert refused(revise_key_result, HERE, saying(REVISION, indicator_kind=kind)) == UNLIKE
    unmarked = about(paired_with=replace(MUCH, indicator_kind=None))
    assert refused(add_key_result, unmarked, GOOD) == UNLIKE


def test_a_pair_is_of_one_objective_and_active() -> None:
    elsewhere = replace(MUCH, objective=an_objective(id=an_id("another")))
    assert refused(add_key_result, about(paired_with=elsewhere), GOOD) == UNLIKE
    over = replace(MUCH, state=KeyResultState.WITHDRAWN)
    assert refused(add_key_result, about(paired_with=over), GOOD) == {"WRONG_STATE paired_with_id"}
    assert refused(add_key_result, about(), GOOD) == {"NOT_FOUND paired_with_id"}


def test_a_revision_pairs_by_what_it_is_from_then_on_and_takes_back() -> None:
    fact = the_fact(revise_key_result, HERE, REVISION)
    assert isinstance(fact, events.KeyResultRevised)
    assert fact.paired_with_id == OTHER
    assert OTHER in rests_on(revise_key_result, HERE, REVISION)
    assert reasons(revise_key_result, about(), saying(REVISION, paired_with_id=None)) == []
