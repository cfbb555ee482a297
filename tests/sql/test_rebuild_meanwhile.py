"""A rebuild beside everything else: writers, servers that have not noticed, another text."""

import asyncio
import shutil
from pathlib import Path

import asyncpg
import pytest

from server import queries, rebuild
from server.commands import Handler
from server.migrate import migrate
from server.migrate import rebuild as rebuild_state
from server.okr.contributions import remove_contributor
from server.okr.events import KeyResultAdded
from server.rebuild import StateDiffers
from tests.databases import versions_in_use
from tests.samples import Organization, refusals


class Writer:
    """Somebody who reports without end, with a breath in between."""

    def __init__(self, organization: Organization, key_result: KeyResultAdded) -> None:
        self.organization = organization
        self.key_result = key_result
        self.written: list[int] = []
        self._more = asyncio.Condition()
        self._goes_on = True
        self._task = asyncio.create_task(self._write())

    async def _write(self) -> None:
        while self._goes_on:
            value = len(self.written)
            await self.organization.check_in(self.key_result, value)
            async with self._more:
                self.written.append(value)
                self._more.notify_all()
            await asyncio.sleep(0.02)

    async def go_on(self, reports: int) -> None:
        """Return when so many more have been taken."""
        goal = len(self.written) + reports
        async with self._more:
            await self._more.wait_for(lambda: len(self.written) >= goal)

    async def stop(self) -> int:
        """Answers how many reports were taken, with the one under way.

        Nobody is cut off: what Postgres was asked for before would be recorded after the count.
        """
        self._goes_on = False
        await self._task
        return len(self.written)


async def test_writers_write_on_and_nothing_is_lost(
    served: Handler, served_elsewhere: Handler, own: asyncpg.Connection
) -> None:
    organizations = [await Organization.begin(served) for _ in range(3)]
    writers = [
        Writer(each.served_by(handler), key_result)
        for each in organizations
        for key_result in [await each.key_result()]
        for handler in (served, served_elsewhere)
    ]
    before = await until_more(writers, 5)
    rebuilt = await rebuild_state(own)
    assert await until_more(writers, 5) > before
    written = [await each.stop() for each in writers]
    assert [each.differences for each in rebuilt] == [[], [], []]
    for each, counts in zip(
        organizations, zip(written[::2], written[1::2], strict=True), strict=True
    ):
        await nothing_is_lost(each.served_by(served_elsewhere), sum(counts))
    assert await versions_in_use(own) == {2}
    assert [each.differences for each in await rebuild_state(own)] == [[], [], []]


async def until_more(writers: list[Writer], reports: int) -> int:
    """Return when each has written so many more; answers how many there are in all."""
    await asyncio.gather(*(each.go_on(reports) for each in writers))
    return sum(len(each.written) for each in writers)


async def nothing_is_lost(organization: Organization, written: int) -> None:
    log = await organization.log()
    assert [event["position"] for event in log] == list(range(1, len(log) + 1))
    reports = [event for event in log if event["type"] == "CheckInRecorded"]
    assert len(reports) == written
    shown = await organization.rows("select count(*) from check_ins where org_id = $1")
    assert shown[0]["count"] == len(reports)


async def test_a_server_that_has_not_noticed_decides_on_the_present(
    served: Handler, served_elsewhere: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    ann, key_result = await organization.person(), await organization.key_result()
    part = await organization.contributor(key_result, ann)
    await rebuild_state(own)
    elsewhere = organization.served_by(served_elsewhere)
    await elsewhere.do(remove_contributor, contribution_id=part.contribution_id)
    assert await refusals(organization.by(ann).check_in(key_result, 5)) == ["NOT_ALLOWED"]


async def test_servers_outlive_many_rebuilds(served: Handler, own: asyncpg.Connection) -> None:
    idle, busy = [await Organization.begin(served) for _ in range(2)]
    for _ in range(3):
        assert all(not each.differences for each in await rebuild_state(own))
        await busy.person()
    await idle.person()
    late = await Organization.begin(served)
    await late.person()
    assert all(not each.differences for each in await rebuild_state(own))
    assert [len(await each.log()) for each in (idle, busy, late)] == [4, 6, 4]


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text of the state that a test may change."""
    copy = tmp_path / "sql"
    shutil.copytree(queries.SQL, copy)
    monkeypatch.setattr(rebuild, "SQL", copy)
    monkeypatch.setattr(queries, "SQL", copy)
    return copy


def change(path: Path, old: str, new: str) -> None:
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new))


async def half_way(served: Handler) -> Organization:
    organization = await Organization.begin(served)
    await organization.objective_at("0.5")
    return organization


async def test_the_same_text_rebuilds_nothing(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    await half_way(served)
    assert await migrate(own) == []
    assert await versions_in_use(own) == {1}


async def test_another_text_is_replayed_and_says_what_it_changed(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    organization = await half_way(served)
    change(text / "functions" / "1_formula.sql", "linear/1", "linear/2")
    (rebuilt,) = await migrate(own)
    assert rebuilt.differences == ["progress"]
    assert await versions_in_use(own) == {2}
    key_result = await organization.key_result()
    assert (await organization.progress(key_result)).formula == "linear/2"
    formulas = await organization.rows("select distinct formula from progress where org_id = $1")
    assert {row["formula"] for row in formulas} == {"linear/2", "objective/1"}
    assert await migrate(own) == []


@pytest.mark.parametrize("folder", ["state", "functions", "projections", "views"])
async def test_any_other_word_is_another_text(
    served: Handler, own: asyncpg.Connection, text: Path, folder: str
) -> None:
    await half_way(served)
    path = min((text / folder).glob("*.sql"))
    path.write_text("-- Said otherwise.\n" + path.read_text())
    assert [each.differences for each in await migrate(own)] == [[]]
    assert await versions_in_use(own) == {2}


async def test_a_fold_that_throws_dice_is_not_swapped_in(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    organization = await half_way(served)
    change(
        text / "projections" / "team_added.sql",
        "created(fact, 'team_id')",
        "created(fact, 'team_id') || jsonb_build_object('name', random()::text)",
    )
    await organization.team()
    with pytest.raises(StateDiffers, match="Two replays differ in teams"):
        await migrate(own)
    assert await versions_in_use(own) == {1}
    await organization.team()


async def test_a_text_with_a_mistake_changes_nothing(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    organization = await half_way(served)
    change(text / "state" / "teams.sql", "name text", "name txet")
    with pytest.raises(asyncpg.PostgresError) as caught:
        await migrate(own)
    assert caught.value.__notes__ == ["while loading teams.sql"]
    assert await versions_in_use(own) == {1}
    assert await own.fetchval("select to_regnamespace('state_2') is null")
    await organization.team()
