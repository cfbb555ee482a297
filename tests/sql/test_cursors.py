"""A cursor says where a reader stands, and a log that went another way is noticed."""

import pytest

from server.cursors import NotACursor, NotInThisLog, position_of
from server.migrate import owner_of
from server.queries import query
from tests.entries import append, arrival, entry
from tests.samples import Organization


async def cursors(organization: Organization) -> list[str]:
    """A cursor for each fact of the log."""
    return [
        f"{fact['epoch']}.{fact['position']}.{fact['chain'].hex()[:16]}"
        for fact in await organization.log()
    ]


async def followed(organization: Organization, cursor: str) -> int:
    database = organization.handler.database
    return await position_of(database, organization.id, cursor)


async def refused(organization: Organization, cursor: str) -> NotInThisLog:
    with pytest.raises(NotInThisLog) as caught:
        await followed(organization, cursor)
    return caught.value


async def test_a_cursor_leads_to_the_position_it_came_with(organization: Organization) -> None:
    await append(organization, entry(organization, arrival(), arrival()))
    places = [await followed(organization, each) for each in await cursors(organization)]
    assert places == [fact["position"] for fact in await organization.log()]
    assert await followed(organization, "0") == 0


@pytest.mark.parametrize(
    "text", ["", "7", "1.0.0123456789abcdef", "1.1.0123", " 0", "1.1.0123456789ABCDEF"]
)
async def test_what_is_no_cursor_is_refused(organization: Organization, text: str) -> None:
    with pytest.raises(NotACursor):
        await followed(organization, text)


async def test_beyond_the_head_the_head_is_named(organization: Organization) -> None:
    head = len(await organization.log())
    lost = await refused(organization, f"1.{head + 1}.0123456789abcdef")
    assert (lost.ahead, lost.head) == (True, head)
    assert str(lost) == f"The log ends at position {head}."


async def test_the_cursor_of_another_log_is_noticed(
    organization: Organization,
) -> None:
    other = await Organization.begin(organization.handler)
    first, *_ = await cursors(other)
    lost = await refused(organization, first)
    assert (lost.ahead, lost.ancestor) == (False, None)


async def test_what_a_lost_branch_told_is_noticed_with_the_common_ancestor(
    organization: Organization, database_url: str
) -> None:
    kept = await cursors(organization)
    head = len(kept)
    async with owner_of(database_url) as owner:
        await owner.execute(query("begin_epoch"), "a restore", organization.id, 1, None)
    await append(organization, entry(organization, arrival()))
    assert await followed(organization, kept[-1]) == head
    *_, newest = await cursors(organization)
    assert newest.startswith(f"2.{head + 1}.")
    assert await followed(organization, newest) == head + 1
    for position in (head + 1, head + 9):
        lost = await refused(organization, f"1.{position}.0123456789abcdef")
        assert lost.ancestor == head
    assert (await refused(organization, f"3.{head + 1}.0123456789abcdef")).ancestor is None
