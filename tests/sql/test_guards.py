"""Two commands decided on the same standing: whichever comes first, the rule holds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from server.commands import Done, Handler
from server.database import Database
from tests import races_of_people, races_of_requests, races_of_work
from tests.elsewhere import Elsewhere, told
from tests.entries import Gathering, Meeting, meeting
from tests.races import RACES, Command, Make, Race
from tests.samples import Organization

Told = Done | list[str]


def judge(race: Race, outcomes: list[Told]) -> None:
    """Whoever came later was told what it is told then, unless it may be later."""
    told_of = list(zip(race, outcomes, strict=True))
    done = [(command, told) for command, told in told_of if isinstance(told, Done)]
    refused = [(command, told) for command, told in told_of if not isinstance(told, Done)]
    assert done, outcomes
    for command, codes in refused:
        assert codes == [command.late]
    if not refused:
        later, _ = max(done, key=lambda each: each[1].position)
        assert later.late is None


@pytest.mark.parametrize("make", RACES)
@pytest.mark.parametrize("turned", [False, True])
async def test_two_commands_of_one_commit(
    organization: Organization, database: Database, make: Make, turned: bool
) -> None:
    one, other = await make(organization)
    commands = (other, one) if turned else (one, other)
    gathering = Gathering(2)
    handler = Handler(database=database, log=Meeting(database, gathering))
    tasks = []
    for number, command in enumerate(commands, 1):
        tasks.append(asyncio.create_task(carried_out(handler, command)))
        await gathering.has(number)
    outcomes = await asyncio.gather(*tasks)
    assert isinstance(outcomes[0], Done)
    judge(commands, outcomes)


@pytest.mark.parametrize("make", RACES)
async def test_two_commands_of_two_processes(
    organization: Organization, database: Database, other_database: Database, make: Make
) -> None:
    commands, gathering = await make(organization), Gathering(2)
    handlers = [
        Handler(database=each, log=Meeting(each, gathering)) for each in (database, other_database)
    ]
    outcomes = await asyncio.gather(*map(carried_out, handlers, commands))
    judge(commands, outcomes)


async def carried_out(handler: Handler, command: Command) -> Told:
    return await told(handler, command.actor, command.rule, command.said)


async def test_many_who_want_the_same_at_once_all_get_it(organization: Organization) -> None:
    objective, others = await organization.objective(), meeting(organization, 20)
    supporters = [await organization.objective() for _ in range(10)]
    await asyncio.gather(
        *(others.key_result(objective) for _ in supporters),
        *(others.align(supporter, objective) for supporter in supporters),
    )
    keys = await organization.rows("select key from key_results where org_id = $1")
    assert {row["key"] for row in keys} == {f"2026-Q4-O1-KR{number}" for number in range(1, 11)}


@asynccontextmanager
async def elsewhere(url: str, command: Command) -> AsyncIterator[Elsewhere]:
    process = Elsewhere(url, command.actor, command.rule, command.said)
    try:
        await process.decided()
        yield process
    finally:
        process.end()


@pytest.mark.parametrize(
    "make",
    [
        races_of_work.two_alignments_that_loop_together,
        races_of_work.a_check_in_beside_the_end_of_the_cycle,
        races_of_work.a_value_beside_the_removal_of_its_contributor,
        races_of_work.the_last_place_for_a_key_result,
        races_of_people.the_last_two_administrators_leave,
        races_of_requests.an_acceptance_beside_a_refusal,
        races_of_requests.an_approval_beside_a_revision_that_takes_its_ground,
        races_of_requests.the_last_revision_without_approval_beside_an_approval,
    ],
)
async def test_a_command_decided_elsewhere_is_decided_anew(
    organization: Organization,
    handler: Handler,
    database_url: str,
    make: Make,
) -> None:
    late, first = await make(organization)
    async with elsewhere(database_url, late) as process:
        done = await carried_out(handler, first)
        assert isinstance(done, Done)
        judge((late, first), [await process.finish(), done])
