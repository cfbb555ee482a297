"""Which report counts: the latest day, then the latest word; corrections stand in their place."""

from decimal import Decimal

import pytest

from server.okr.corrections import retract_check_in
from server.okr.events import KeyResultAdded
from server.okr.key_results import revise_key_result
from server.okr.metrics import MetricInput, MilestoneInput
from server.okr.terms import MetricKind, RevisionCategory
from tests.samples import Organization, Report, done, increase, milestones


async def retract(organization: Organization, report: Report) -> None:
    await organization.do(
        retract_check_in, check_in_id=report.check_in_id, reason="A slip of the pen."
    )


@pytest.fixture
async def key_result(organization: Organization) -> KeyResultAdded:
    return await organization.key_result(metric=increase(0, 100))


async def test_a_back_dated_report_moves_nothing(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    await organization.check_in(key_result, 50, days_ago=1)
    before = await organization.progress(key_result)
    await organization.check_in(key_result, 20, days_ago=3)
    assert await organization.progress(key_result) == before


async def test_of_one_day_the_last_word_counts(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    for value in (50, 20, 30):
        await organization.check_in(key_result, value, days_ago=2)
    assert await organization.current(key_result) == 30


async def test_a_correction_stands_in_the_place_of_what_it_corrects(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    early = await organization.check_in(key_result, 10, days_ago=2)
    late = await organization.check_in(key_result, 50, days_ago=2)
    await organization.correct(early, 99)
    assert await organization.current(key_result) == 50
    await organization.correct(late, 60)
    assert await organization.current(key_result) == 60
    await retract(organization, late := await organization.check_in(key_result, 70))
    assert await organization.current(key_result) == 60
    assert late.occurred_on > early.occurred_on


async def test_a_correction_can_be_corrected(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    report: Report = await organization.check_in(key_result, 10, days_ago=2)
    for value in (20, 30, 40):
        report = await organization.correct(report, value)
        assert await organization.current(key_result) == value
    days = await organization.rows("select distinct occurred_on from check_ins where org_id = $1")
    assert len(days) == 1


async def test_a_correction_may_add_the_value_that_was_left_out(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    silent = await organization.check_in(key_result, note="Later.")
    assert await organization.current(key_result) is None
    await organization.correct(silent, 60)
    assert await organization.current(key_result) == 60


async def test_a_retraction_brings_the_earlier_report_back(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    reports = [await organization.check_in(key_result, value) for value in (10, 20, 30)]
    await retract(organization, reports[1])
    assert await organization.current(key_result) == 30
    await retract(organization, reports[2])
    assert await organization.current(key_result) == 10
    await retract(organization, reports[0])
    progress = await organization.progress(key_result)
    assert (progress.current, progress.raw, progress.value) == (None, None, None)


async def test_a_retracted_correction_brings_nothing_back(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    await organization.check_in(key_result, 10)
    correction = await organization.correct(await organization.check_in(key_result, 20), 30)
    await retract(organization, correction)
    assert await organization.current(key_result) == 10


async def test_the_earlier_report_comes_back_with_what_was_added_since(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    ann = await organization.person()
    await organization.contributor(key_result, ann)
    await organization.check_in(key_result, 40)
    part = await organization.by(ann).check_in(key_result, 5)
    whole = await organization.check_in(key_result, 90)
    assert await organization.current(key_result) == 90
    await retract(organization, whole)
    assert await organization.current(key_result) == 45
    await organization.by(ann).correct(part, 7)
    assert await organization.current(key_result) == 47
    await retract(organization.by(ann), await organization.by(ann).check_in(key_result, 9))
    assert await organization.current(key_result) == 47


async def test_a_retracted_part_is_unknown_again(
    organization: Organization, key_result: KeyResultAdded
) -> None:
    ann = await organization.person()
    part = await organization.contributor(key_result, ann)
    report = await organization.by(ann).check_in(key_result, 5)
    await retract(organization, report)
    assert await organization.current(key_result) is None
    shown = (await organization.inputs(key_result))[part.contribution_id]
    assert (shown.value, shown.counted) == (None, False)


async def test_done_is_one_and_not_done_zero(organization: Organization) -> None:
    key_result = await organization.key_result(metric=done())
    assert await organization.value(key_result) is None
    for value in (0, 1, 0):
        await organization.check_in(key_result, value)
        progress = await organization.progress(key_result)
        assert {progress.current, progress.raw, progress.value} == {Decimal(value)}


async def test_milestones_count_by_weight(organization: Organization) -> None:
    key_result = await organization.key_result(metric=milestones(1, 2, 5))
    small, middle, _ = [each.id for each in key_result.milestones]
    assert await organization.value(key_result) is None
    await organization.check_in(key_result, milestones_done=[small])
    assert await organization.value(key_result) == Decimal("0.125")
    await organization.check_in(key_result, milestones_done=[middle], milestones_undone=[small])
    progress = await organization.progress(key_result)
    assert (progress.current, progress.value) == (Decimal(2), Decimal("0.25"))


async def test_milestones_stand_as_the_latest_day_says(organization: Organization) -> None:
    key_result = await organization.key_result(metric=milestones(1, 1))
    first, second = [each.id for each in key_result.milestones]
    today = await organization.check_in(key_result, milestones_done=[first])
    await organization.check_in(
        key_result, days_ago=3, milestones_done=[second], milestones_undone=[first]
    )
    assert await organization.value(key_result) == 1
    await retract(organization, today)
    assert await organization.value(key_result) == Decimal("0.5")
    inputs = await organization.inputs(key_result)
    assert (inputs[first].value, inputs[second].value) == (Decimal(0), Decimal(1))


async def test_milestones_that_stay_keep_what_is_done(organization: Organization) -> None:
    key_result = await organization.key_result(metric=milestones(1, 1, 2))
    first, second, third = [each.id for each in key_result.milestones]
    await organization.check_in(key_result, milestones_done=[first, third])
    assert await organization.value(key_result) == Decimal("0.75")
    planned = [
        MilestoneInput(id=first, title="Step", weight=Decimal(3)),
        MilestoneInput(id=second, title="Step", weight=Decimal(1)),
        MilestoneInput(title="New step", weight=Decimal(2)),
    ]
    await organization.do(
        revise_key_result,
        key_result_id=key_result.key_result_id,
        reason="We know better.",
        category=RevisionCategory.NEW_INFORMATION,
        metric=MetricInput(kind=MetricKind.MILESTONES, milestones=planned),
    )
    assert await organization.value(key_result) == Decimal("0.5")


async def test_who_reports_no_milestone_leaves_them_unknown(organization: Organization) -> None:
    key_result = await organization.key_result(metric=milestones(1, 1))
    report = await organization.check_in(key_result, note="Soon.")
    assert await organization.value(key_result) is None
    report = await organization.check_in(
        key_result, milestones_undone=[key_result.milestones[0].id]
    )
    assert await organization.value(key_result) == 0
    await retract(organization, report)
    assert await organization.value(key_result) is None
