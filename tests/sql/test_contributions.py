"""Who contributes what: parts add up, and nothing but a report moves where a key result stands."""

from decimal import Decimal

import pytest

from server.okr.contributions import change_contribution, remove_contributor
from server.okr.corrections import retract_check_in
from server.okr.events import ContributorAssigned, KeyResultAdded, PersonAdded
from server.okr.metrics import MetricInput
from server.okr.terms import RollUp
from tests.samples import Number, Organization, at_least, decrease, done, increase


class Pair:
    """A key result with two contributors, Ann and Bob."""

    def __init__(self, organization: Organization, key_result: KeyResultAdded) -> None:
        self.organization = organization
        self.key_result = key_result
        self.people: dict[str, PersonAdded] = {}
        self.parts: dict[str, ContributorAssigned] = {}

    async def join(self, name: str) -> None:
        person = await self.organization.person(name)
        self.people[name] = person
        self.parts[name] = await self.organization.contributor(self.key_result, person)

    async def report(self, name: str, value: Number, days_ago: int | None = None) -> None:
        acting = self.organization.by(self.people[name])
        await acting.check_in(self.key_result, value, days_ago=days_ago)

    async def report_whole(self, value: Number, days_ago: int | None = None) -> None:
        await self.organization.check_in(self.key_result, value, days_ago=days_ago)

    async def remove(self, name: str) -> None:
        await self.organization.do(
            remove_contributor, contribution_id=self.parts[name].contribution_id
        )

    async def current(self) -> Decimal | None:
        return await self.organization.current(self.key_result)

    async def part(self, name: str) -> Decimal | None:
        inputs = await self.organization.inputs(self.key_result)
        return inputs[self.parts[name].contribution_id].value


async def pair(organization: Organization, metric: MetricInput) -> Pair:
    both = Pair(organization, await organization.key_result(metric=metric))
    for name in ("Ann", "Bob"):
        await both.join(name)
    return both


@pytest.fixture
async def rising(organization: Organization) -> Pair:
    return await pair(organization, increase(100, 200))


@pytest.fixture
async def falling(organization: Organization) -> Pair:
    return await pair(organization, decrease(200, 100))


async def test_parts_add_up_from_the_baseline(rising: Pair) -> None:
    assert await rising.current() is None
    await rising.report("Ann", 10)
    assert await rising.current() == 110
    await rising.report("Bob", 25)
    assert await rising.current() == 135
    assert await rising.organization.value(rising.key_result) == Decimal("0.35")


async def test_parts_lead_down_where_less_is_better(falling: Pair) -> None:
    await falling.report("Ann", 10)
    await falling.report("Bob", "2.5")
    assert await falling.current() == Decimal("187.5")
    assert await falling.organization.value(falling.key_result) == Decimal("0.125")


async def test_a_correction_of_the_whole_moves_by_what_was_wrong(rising: Pair) -> None:
    report = await rising.organization.check_in(rising.key_result, 140)
    await rising.report("Ann", 5)
    await rising.organization.correct(report, 150)
    assert await rising.current() == 155


async def test_a_later_report_replaces_the_part_reported_before(rising: Pair) -> None:
    await rising.report("Ann", 10)
    await rising.report("Ann", 4)
    assert await rising.part("Ann") == 4
    assert await rising.current() == 104


async def test_a_report_of_the_whole_sets_what_is_nobodys(rising: Pair) -> None:
    await rising.report("Ann", 10)
    await rising.report_whole(150)
    assert await rising.part("Ann") == 10
    assert await rising.current() == 150
    await rising.report("Bob", 5)
    assert await rising.current() == 155


async def test_what_is_nobodys_may_be_negative(rising: Pair) -> None:
    await rising.report("Ann", 80)
    await rising.report_whole(130)
    assert await rising.current() == 130
    await rising.report("Ann", 90)
    assert await rising.current() == 140


async def test_the_whole_works_downwards_too(falling: Pair) -> None:
    await falling.report("Ann", 30)
    await falling.report_whole(180)
    assert await falling.current() == 180
    await falling.report("Ann", 40)
    assert await falling.current() == 170


async def test_no_value_changes_nothing(rising: Pair) -> None:
    await rising.report("Ann", 10)
    before = await rising.organization.progress(rising.key_result)
    await rising.organization.check_in(rising.key_result, note="All quiet.")
    assert await rising.organization.progress(rising.key_result) == before


async def test_removing_a_contributor_moves_nothing(rising: Pair) -> None:
    await rising.report("Ann", 10)
    await rising.report("Bob", 20)
    await rising.report_whole(140)
    await rising.remove("Ann")
    assert await rising.current() == 140
    await rising.report("Bob", 25)
    assert await rising.current() == 145


async def test_who_comes_back_begins_anew(rising: Pair) -> None:
    await rising.report("Ann", 10)
    await rising.remove("Ann")
    ann = rising.people["Ann"]
    await rising.organization.contributor(rising.key_result, ann)
    assert await rising.current() == 110
    await rising.report("Ann", 5)
    assert await rising.current() == 115


async def test_joining_or_aiming_elsewhere_moves_nothing(rising: Pair) -> None:
    await rising.report("Ann", 10)
    before = await rising.organization.progress(rising.key_result)
    await rising.join("Cid")
    await rising.organization.do(
        change_contribution,
        contribution_id=rising.parts["Ann"].contribution_id,
        target=Decimal(99),
    )
    assert await rising.organization.progress(rising.key_result) == before


@pytest.mark.parametrize("metric", [increase(90, 200), increase(120, 300), decrease(300, 0)])
async def test_another_baseline_moves_nothing(rising: Pair, metric: MetricInput) -> None:
    await rising.report("Ann", 10)
    await rising.report_whole(140)
    await rising.report("Bob", 5)
    await rising.organization.revise(rising.key_result, metric=metric)
    assert await rising.current() == 145
    await rising.report_whole(150)
    assert await rising.current() == 150


async def test_another_baseline_moves_no_mere_parts(rising: Pair) -> None:
    await rising.report("Ann", 10)
    await rising.organization.revise(rising.key_result, metric=increase(105, 200))
    assert await rising.current() == 110
    await rising.report("Bob", 5)
    assert await rising.current() == 115


async def test_another_baseline_after_silence_stays_silent(rising: Pair) -> None:
    await rising.organization.revise(rising.key_result, metric=increase(50, 200))
    assert await rising.current() is None
    await rising.report("Ann", 10)
    assert await rising.current() == 60


async def test_what_is_retracted_after_a_revision_leaves_silence(rising: Pair) -> None:
    await rising.report("Ann", 10)
    await rising.organization.revise(rising.key_result, metric=increase(105, 200))
    ann = rising.organization.by(rising.people["Ann"])
    for report in await ann.rows("select id from check_ins where org_id = $1"):
        await ann.do(retract_check_in, check_in_id=report["id"], reason="A slip of the pen.")
    assert await rising.current() is None


async def test_being_done_is_no_number(organization: Organization) -> None:
    key_result = await organization.key_result(metric=done())
    await organization.check_in(key_result, 1)
    await organization.revise(key_result, metric=increase(10, 20))
    assert await organization.current(key_result) is None
    await organization.check_in(key_result, 15)
    assert await organization.current(key_result) == 15


@pytest.mark.parametrize("metrics", [[increase(8, 20), increase(10, 20)], [increase(10, 20)]])
async def test_a_baseline_set_to_where_it_stands_is_not_silence(
    organization: Organization, metrics: list[MetricInput]
) -> None:
    key_result = await organization.key_result(metric=at_least(99))
    await organization.check_in(key_result, 10)
    for metric in metrics:
        await organization.revise(key_result, metric=metric)
        assert await organization.current(key_result) == 10


async def test_a_report_from_before_the_metric_can_be_corrected(
    organization: Organization,
) -> None:
    key_result = await organization.key_result(metric=at_least(99))
    check_in = await organization.check_in(key_result, 15)
    await organization.revise(key_result, metric=increase(10, 20))
    await organization.correct(check_in, 17)
    assert await organization.current(key_result) == 17


async def test_supporters_count_beside_contributors(rising: Pair) -> None:
    organization = rising.organization
    await rising.report("Ann", 10)
    supporter = await organization.objective_at("0.5")
    await organization.align(supporter, rising.key_result, RollUp.SUM, 40)
    assert await rising.current() == 130
    await rising.report_whole(190)
    await rising.report("Bob", 1)
    assert await rising.current() == 191
