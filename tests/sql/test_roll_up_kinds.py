"""Trees computed by hand: sums with shares, minima, all-of, and objectives under key results."""

from decimal import Decimal
from itertools import pairwise

import pytest

from server.okr.events import ObjectiveCreated
from server.okr.terms import RollUp
from tests.samples import Number, Organization, decrease, increase


async def chain(
    organization: Organization, *supporters: ObjectiveCreated, weight: Number = 1
) -> None:
    """Each adds to the next, from the lowest to the topmost."""
    for low, high in pairwise(supporters):
        await organization.align(low, high, RollUp.SUM, weight)


async def test_a_sum_adds_its_share(organization: Organization) -> None:
    objective = await organization.objective_at("0.2")
    for value, weight in (("0.5", "0.4"), (1, "0.1")):
        supporter = await organization.objective_at(value)
        await organization.align(supporter, objective, RollUp.SUM, weight)
    progress = await organization.progress(objective)
    assert (progress.own, progress.raw) == (Decimal("0.2"), Decimal("0.5"))


async def test_a_sum_alone_is_progress_too(organization: Organization) -> None:
    objective = await organization.objective()
    await chain(organization, await organization.objective_at("0.5"), objective, weight="0.4")
    progress = await organization.progress(objective)
    assert (progress.own, progress.raw) == (None, Decimal("0.2"))


async def test_a_sum_of_nothing_known_is_unknown(organization: Organization) -> None:
    objective = await organization.objective()
    await chain(organization, await organization.objective(), objective)
    assert (await organization.progress(objective)).raw is None


async def test_a_sum_may_overshoot(organization: Organization) -> None:
    objective = await organization.objective_at("0.7")
    await chain(organization, await organization.objective_at("0.8"), objective)
    progress = await organization.progress(objective)
    assert (progress.raw, progress.value) == (Decimal("1.5"), Decimal(1))


async def test_shares_multiply_along_a_chain(organization: Organization) -> None:
    low, middle, top = [await organization.objective_at(value) for value in ("0.8", "0.4", "0.1")]
    await chain(organization, low, middle, top, weight="0.5")
    assert (await organization.progress(middle)).raw == Decimal("0.8")
    assert (await organization.progress(top)).raw == Decimal("0.5")
    inputs = await organization.inputs(top)
    assert (inputs[middle.objective_id].value, inputs[middle.objective_id].weight) == (
        Decimal("0.4"),
        Decimal("0.5"),
    )
    assert (inputs[low.objective_id].value, inputs[low.objective_id].weight) == (
        Decimal("0.8"),
        Decimal("0.25"),
    )


async def test_a_diamond_counts_once_by_its_largest_share(organization: Organization) -> None:
    low, top = await organization.objective_at(1), await organization.objective()
    left, right = await organization.objective(), await organization.objective()
    for middle, first, second in ((left, "0.9", "0.1"), (right, "0.4", "0.5")):
        await organization.align(low, middle, RollUp.SUM, first)
        await organization.align(middle, top, RollUp.SUM, second)
    assert await organization.value(top) == Decimal("0.2")
    await organization.align(low, top, RollUp.SUM, "0.05")
    assert await organization.value(top) == Decimal("0.2")


async def test_a_draft_between_passes_nothing_on(organization: Organization) -> None:
    low, top = await organization.objective_at(1), await organization.objective_at("0.1")
    middle = await organization.objective(draft=True)
    await chain(organization, low, middle, top, weight="0.5")
    assert await organization.value(top) == Decimal("0.1")
    assert low.objective_id not in await organization.inputs(top)


async def test_what_joins_a_mean_adds_nothing_further_up(organization: Organization) -> None:
    low, middle, top = [await organization.objective_at(value) for value in (1, 0, 0)]
    await organization.align(low, middle)
    await organization.align(middle, top, RollUp.SUM)
    assert (await organization.progress(top)).raw == Decimal("0.5")
    assert set(await organization.inputs(top)) > {middle.objective_id}
    assert low.objective_id not in await organization.inputs(top)


@pytest.mark.parametrize(
    ("own", "supporters", "expected"),
    [
        ("0.8", ["0.5", "0.6"], "0.5"),
        ("0.2", ["0.5", "0.6"], "0.2"),
        (None, ["0.5", "0.6"], "0.5"),
        ("0.8", ["0.5", None], "0.5"),
        ("0.8", [None], "0.8"),
        (None, [None], None),
    ],
)
async def test_a_minimum_holds_down_and_never_lifts(
    organization: Organization,
    own: Number | None,
    supporters: list[Number | None],
    expected: Number | None,
) -> None:
    assert await under(organization, RollUp.MINIMUM, own, supporters) == expected


@pytest.mark.parametrize(
    ("own", "supporters", "expected"),
    [
        ("0.8", [1, "0.99"], 0),
        ("0.8", [1, 1], "0.8"),
        ("0.8", [1, None], 0),
        (None, [1, 1], 1),
        (None, [1, "0.5"], 0),
        (None, [None], 0),
    ],
)
async def test_all_must_be_complete(
    organization: Organization,
    own: Number | None,
    supporters: list[Number | None],
    expected: Number | None,
) -> None:
    assert await under(organization, RollUp.ALL, own, supporters) == expected


async def test_a_minimum_caps_a_sum_as_well(organization: Organization) -> None:
    objective = await organization.objective_at("0.3")
    await chain(organization, await organization.objective_at("0.6"), objective)
    await organization.align(await organization.objective_at("0.5"), objective, RollUp.MINIMUM)
    progress = await organization.progress(objective)
    assert (progress.own, progress.raw) == (Decimal("0.3"), Decimal("0.5"))


async def test_what_is_capped_passes_up_capped(organization: Organization) -> None:
    capped, top = await organization.objective_at("0.8"), await organization.objective()
    await organization.align(await organization.objective_at("0.5"), capped, RollUp.MINIMUM)
    await chain(organization, capped, top)
    assert await organization.value(top) == Decimal("0.5")


async def test_an_objective_adds_to_a_key_result_in_its_unit(organization: Organization) -> None:
    supporter = await organization.objective_at("0.5")
    for metric, current in ((increase(100, 200), 120), (decrease(200, 100), 180)):
        objective = await organization.objective()
        key_result = await organization.key_result(objective, metric)
        await organization.align(supporter, key_result, RollUp.SUM, 40)
        assert await organization.current(key_result) == current
        assert await organization.value(objective) == Decimal("0.2")


async def test_what_adds_to_a_key_result_is_not_reported_again(organization: Organization) -> None:
    key_result = await organization.key_result(metric=increase(0, 100))
    await organization.align(await organization.objective_at("0.5"), key_result, RollUp.SUM, 40)
    await organization.check_in(key_result, 50)
    assert await organization.current(key_result) == 50
    late = await organization.objective_at("0.1")
    await organization.align(late, key_result, RollUp.SUM, 100)
    assert await organization.current(key_result) == 60


@pytest.mark.parametrize(
    ("roll_up", "weight", "supporter", "expected"),
    [
        (RollUp.NONE, 1, "0.8", "0.2"),
        (RollUp.MEAN, 3, "0.8", "0.65"),
        (RollUp.MEAN, 0, "0.8", "0.2"),
        (RollUp.MEAN, 3, None, "0.2"),
        (RollUp.MINIMUM, 1, "0.1", "0.1"),
        (RollUp.MINIMUM, 1, "0.8", "0.2"),
        (RollUp.ALL, 1, "0.8", 0),
        (RollUp.ALL, 1, 1, "0.2"),
    ],
)
async def test_an_objective_acts_on_the_progress_of_a_key_result(
    organization: Organization,
    roll_up: RollUp,
    weight: Number,
    supporter: Number | None,
    expected: Number,
) -> None:
    objective = await organization.objective()
    key_result = await organization.measured(objective, "0.2")
    await organization.align(await at(organization, supporter), key_result, roll_up, weight)
    assert await organization.value(key_result) == Decimal(expected)
    assert await organization.value(objective) == Decimal(expected)
    assert await organization.current(key_result) == Decimal("0.2")


async def test_a_key_result_nobody_reports_on_stands_where_its_supporters_are(
    organization: Organization,
) -> None:
    key_result = await organization.key_result()
    await organization.align(await organization.objective_at("0.8"), key_result)
    await organization.align(await organization.objective_at("0.4"), key_result, weight=3)
    progress = await organization.progress(key_result)
    assert (progress.current, progress.value) == (None, Decimal("0.5"))


async def at(organization: Organization, value: Number | None) -> ObjectiveCreated:
    if value is None:
        return await organization.objective()
    return await organization.objective_at(value)


async def under(
    organization: Organization, roll_up: RollUp, own: Number | None, supporters: list[Number | None]
) -> str | int | None:
    """Where an objective stands under such supporters, as the tables above write it."""
    objective = await at(organization, own)
    for value in supporters:
        await organization.align(await at(organization, value), objective, roll_up)
    value = await organization.value(objective)
    if value is None:
        return None
    return int(value) if value == int(value) else str(value)
