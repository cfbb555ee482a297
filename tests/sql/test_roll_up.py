"""Trees computed by hand: what supports an objective or a key result moves it as its edge says."""

from decimal import Decimal
from itertools import pairwise

import pytest

from server.okr.alignments import remove_alignment, revise_alignment
from server.okr.cycles import close_cycle
from server.okr.objectives import activate_objective, close_objective, withdraw_objective
from server.okr.terms import RollUp
from server.okr.withdrawals import withdraw_key_result
from tests.readings import Measured
from tests.samples import Organization, increase

HALF = Decimal("0.5")


async def test_an_objective_is_the_mean_of_its_key_results(organization: Organization) -> None:
    objective = await organization.objective()
    for value in ("0.2", "0.4", "0.9"):
        await organization.measured(objective, value)
    assert await organization.value(objective) == HALF


async def test_heavier_key_results_count_more(organization: Organization) -> None:
    objective = await organization.objective()
    await organization.measured(objective, "0.2", weight=1)
    await organization.measured(objective, "0.8", weight=3)
    assert await organization.value(objective) == Decimal("0.65")


async def test_weight_zero_is_shown_and_not_counted(organization: Organization) -> None:
    objective = await organization.objective()
    await organization.measured(objective, "0.5")
    weightless = await organization.measured(objective, 1, weight=0)
    assert await organization.value(objective) == HALF
    shown = (await organization.inputs(objective))[weightless.key_result_id]
    assert (shown.counted, shown.because) == (False, "Its weight is 0.")
    assert shown.value == 1


async def test_silence_is_left_out_of_the_mean(organization: Organization) -> None:
    objective = await organization.objective()
    silent = await organization.key_result(objective)
    assert await organization.value(objective) is None
    await organization.measured(objective, "0.5")
    assert await organization.value(objective) == HALF
    shown = (await organization.inputs(objective))[silent.key_result_id]
    assert (shown.value, shown.counted) == (None, False)


async def test_an_overshoot_hides_no_failure_and_a_regress_sinks_no_mean(
    organization: Organization,
) -> None:
    objective = await organization.objective()
    for value in (3, -5):
        await organization.measured(objective, value)
    assert await organization.value(objective) == HALF


async def test_a_mean_is_rounded_to_twelve_places(organization: Organization) -> None:
    objective = await organization.objective()
    for value in (1, 1, 0):
        await organization.measured(objective, value)
    assert await organization.value(objective) == Decimal("0.666666666667")


async def test_a_withdrawn_key_result_no_longer_counts(organization: Organization) -> None:
    objective = await organization.objective_at("0.5")
    poor = await organization.measured(objective, 0)
    assert await organization.value(objective) == Decimal("0.25")
    await organization.do(
        withdraw_key_result, key_result_id=poor.key_result_id, reason="Not worth it."
    )
    assert await organization.value(objective) == HALF


async def test_another_weight_moves_the_mean(organization: Organization) -> None:
    objective = await organization.objective_at("0.5")
    key_result = await organization.measured(objective, 1)
    await organization.revise(key_result, weight=Decimal(4))
    assert await organization.value(objective) == Decimal("0.9")


async def test_a_supporter_joins_the_mean_with_its_weight(organization: Organization) -> None:
    objective = await organization.objective_at("0.5")
    await organization.align(await organization.objective_at(1), objective, weight=3)
    assert await organization.value(objective) == Decimal("0.875")


async def test_a_supporter_counts_once_for_each_objective_it_supports(
    organization: Organization,
) -> None:
    low, top = await organization.objective_at(1), await organization.objective()
    middles = [await organization.objective_at(0) for _ in range(2)]
    for middle in middles:
        await organization.align(low, middle)
        await organization.align(middle, top)
    assert [await organization.value(middle) for middle in middles] == [HALF, HALF]
    assert await organization.value(top) == HALF


async def test_what_is_aligned_without_a_roll_up_is_shown_and_not_counted(
    organization: Organization,
) -> None:
    objective, beside = await organization.objective_at("0.5"), await organization.objective_at(1)
    await organization.align(beside, objective, RollUp.NONE)
    assert await organization.value(objective) == HALF
    shown = (await organization.inputs(objective))[beside.objective_id]
    assert (shown.role, shown.counted) == ("NONE", False)
    assert shown.value == 1
    assert shown.because == "Nothing is computed from it."


async def test_a_draft_counts_from_its_activation_on(organization: Organization) -> None:
    objective, draft = await organization.objective(), await organization.objective(draft=True)
    key_result = await organization.key_result(draft, increase(0, 1))
    await organization.align(draft, objective)
    await organization.do(activate_objective, objective_id=draft.objective_id)
    await organization.check_in(key_result, "0.5")
    assert await organization.value(objective) == HALF


@pytest.mark.parametrize("roll_up", list(RollUp))
async def test_a_draft_does_not_count(organization: Organization, roll_up: RollUp) -> None:
    objective, draft = await organization.objective(), await organization.objective(draft=True)
    await organization.align(await organization.objective_at(1), draft)
    assert await organization.value(draft) == 1
    await organization.align(draft, objective, roll_up)
    assert await organization.value(objective) is None
    assert not (await organization.inputs(objective))[draft.objective_id].counted
    await organization.do(activate_objective, objective_id=draft.objective_id)
    assert await organization.value(objective) == (None if roll_up is RollUp.NONE else 1)


@pytest.mark.parametrize("roll_up", [RollUp.MEAN, RollUp.SUM, RollUp.MINIMUM, RollUp.ALL])
async def test_a_withdrawn_supporter_does_not_count(
    organization: Organization, roll_up: RollUp
) -> None:
    objective, supporter = await organization.objective(), await organization.objective_at(1)
    await organization.align(supporter, objective, roll_up)
    assert await organization.value(objective) == 1
    await organization.do(
        withdraw_objective, objective_id=supporter.objective_id, reason="Not worth it."
    )
    assert await organization.value(objective) is None


async def test_a_closed_supporter_keeps_counting(organization: Organization) -> None:
    objective, supporter = await organization.objective(), await organization.objective_at("0.5")
    await organization.align(supporter, objective)
    await organization.do(close_objective, objective_id=supporter.objective_id)
    assert await organization.value(objective) == HALF


async def test_the_end_of_a_cycle_moves_no_number(organization: Organization) -> None:
    cycle, objective = await organization.running_cycle(), await organization.objective_at("0.5")
    await organization.align(await organization.objective_at(1), objective)
    await organization.align(await organization.objective(draft=True), objective)
    before = await organization.progress(objective)
    await organization.do(close_cycle, cycle_id=cycle.cycle_id)
    assert await organization.progress(objective) == before
    assert before.value == Decimal("0.75")


async def test_a_correction_after_the_end_still_counts(organization: Organization) -> None:
    cycle, objective = await organization.running_cycle(), await organization.objective()
    key_result = await organization.key_result(objective, increase(0, 1))
    check_in = await organization.check_in(key_result, "0.1")
    await organization.do(close_cycle, cycle_id=cycle.cycle_id)
    await organization.correct(check_in, "0.5")
    assert await organization.value(objective) == HALF


async def test_an_edge_counts_as_it_was_last_stated(organization: Organization) -> None:
    objective, supporter = (
        await organization.objective_at("0.5"),
        await organization.objective_at(1),
    )
    edge = {"alignment_id": (await organization.align(supporter, objective)).alignment_id}
    assert await organization.value(objective) == Decimal("0.75")
    await organization.do(revise_alignment, **edge, weight=Decimal(4))
    assert await organization.value(objective) == Decimal("0.9")
    await organization.do(revise_alignment, **edge, roll_up=RollUp.NONE)
    assert await organization.value(objective) == HALF
    await organization.do(revise_alignment, **edge, roll_up=RollUp.SUM, weight=Decimal("0.2"))
    assert await organization.value(objective) == Decimal("0.7")
    await organization.do(remove_alignment, **edge)
    assert await organization.value(objective) == HALF


async def test_one_check_in_moves_four_levels_at_once(organization: Organization) -> None:
    levels = [await organization.objective() for _ in range(4)]
    for low, high in pairwise(levels):
        await organization.align(low, high)
    beside = await organization.objective_at("0.5")
    before = await organization.progress(beside)
    key_result = await organization.key_result(levels[0], increase(0, 1))
    await organization.check_in(key_result, "0.5")
    *_, event = await organization.rows(
        "select xmin::text, position from log.event where org_id = $1 order by position"
    )
    moved: list[Measured] = [key_result, *levels]
    for noun in moved:
        progress = await organization.progress(noun)
        assert (progress.value, progress.caused_by) == (HALF, event["position"])
    written = await organization.rows(
        "select distinct p.xmin::text from state_1.progress p"
        " where p.org_id = $1 and p.from_position = $2",
        event["position"],
    )
    assert [row["xmin"] for row in written] == [event["xmin"]]
    assert await organization.progress(beside) == before


async def test_what_many_ways_lead_to_moves_once(organization: Organization) -> None:
    low, top = await organization.objective(), await organization.objective()
    for _ in range(7):
        middle = await organization.objective_at(0)
        await organization.align(low, middle)
        await organization.align(middle, top)
    key_result = await organization.key_result(low, increase(0, 1))
    for value in ("0.2", "0.6", "1"):
        await organization.check_in(key_result, value)
        assert await organization.value(top) == Decimal(value) / 2
    moves = await organization.rows(
        "select from_position from state_1.progress where org_id = $1 and id = $2", top.objective_id
    )
    assert len(moves) == 1 + 1 + 3


async def test_what_does_not_move_keeps_its_cause(organization: Organization) -> None:
    top, objective = await organization.objective(), await organization.objective_at("0.5")
    await organization.align(objective, top)
    before = await organization.progress(top)
    key_result = await organization.key_result(objective, increase(0, 1), weight=0)
    await organization.check_in(key_result, 1)
    assert await organization.progress(top) == before
