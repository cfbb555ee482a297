"""A feed tells every fact once and in order: first what was missed, then what happens."""

import asyncio
from typing import Any

import httpx

from server.commands import Handler
from tests.entries import append, arrival, entry
from tests.graph.office import Office
from tests.live.listening import Socket, introduced, streamed
from tests.samples import Organization

FACTS = """
  subscription ($after: Cursor, $filter: EventFilter) {
    events(after: $after, filter: $filter) { cursor node { __typename position
      ... on CheckInRecorded { keyResult { title current } checkIn { note } } } }
  }"""


async def next_fact(socket: Socket, id_: str = "1") -> dict[str, Any]:
    edge = (await socket.next(id_))["events"]
    return dict(edge["node"], cursor=edge["cursor"])


async def positions(socket: Socket, count: int) -> list[int]:
    return [(await next_fact(socket))["position"] for _ in range(count)]


async def test_from_the_first_fact_on_and_then_what_happens(server: str, office: Office) -> None:
    await office.person("Early")
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, after="0")
        missed = [await next_fact(socket) for _ in range(4)]
        assert [each["position"] for each in missed] == [1, 2, 3, 4]
        assert missed[-1]["__typename"] == "PersonAdded"
        await office.team()
        assert (await next_fact(socket))["__typename"] == "TeamAdded"


async def test_without_a_cursor_from_now_on(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS)
        await socket.silence()
        await office.person("Late")
        assert (await next_fact(socket))["__typename"] == "PersonAdded"
        await socket.silence()


async def test_behind_a_fact_stands_the_present(server: str, office: Office) -> None:
    key_result = await office.started()
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS)
        await socket.silence(0.1)
        await office.check_in(key_result, value="15", note="Halfway")
        told = await next_fact(socket)
        assert told["checkIn"] == {"note": "Halfway"}
        assert told["keyResult"]["current"] == "15"


async def test_whoever_comes_back_is_told_what_came_after_the_last_fact(
    server: str, office: Office
) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, after="0")
        *_, last = [await next_fact(socket) for _ in range(3)]
    await office.person()
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, after=last["cursor"])
        assert await positions(socket, 1) == [last["position"] + 1]


async def test_a_browser_comes_back_with_the_id_of_the_last_event(
    http: httpx.AsyncClient, office: Office
) -> None:
    async with streamed(http, office.admin.token, FACTS, after="0") as events:
        first, second = await events.next(), await events.next()
    assert "events" in first["data"]
    again = {"Last-Event-ID": first["id"]}
    async with streamed(http, office.admin.token, FACTS, after="0", headers=again) as events:
        assert await events.next() == second


async def test_many_who_come_from_everywhere_are_told_the_same(
    server: str, office: Office, handler: Handler
) -> None:
    organization = Organization(handler=handler, actor=office.actor)
    facts = 300
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, "early", after="0")
        for number in range(facts):
            await append(organization, entry(organization, arrival()))
            if number % 100 == 50:
                await socket.subscribe(FACTS, f"late {number}", after="0")
        told: dict[str, list[int]] = {}
        last = (await organization.log())[-1]["position"]
        while not told or any(each[-1] < last for each in told.values()) or len(told) < 4:
            message = await socket.hear()
            position = message["payload"]["data"]["events"]["node"]["position"]
            told.setdefault(message["id"], []).append(position)
        assert all(each == list(range(1, last + 1)) for each in told.values())


async def test_a_filter_lets_through_what_was_asked_for(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, filter={"types": ["TeamAdded"]})
        await socket.silence(0.1)
        await office.person()
        await office.team()
        await office.person()
        await office.team()
        kinds = [(await next_fact(socket))["__typename"] for _ in range(2)]
        assert kinds == ["TeamAdded", "TeamAdded"]
        await socket.silence()


async def test_what_is_private_is_told_to_participants_alone(server: str, office: Office) -> None:
    bob = await office.person()
    cycle = await office.cycle()
    async with (
        introduced(server, bob.token) as outside,
        introduced(server, office.admin.token) as inside,
    ):
        for each in (outside, inside):
            await each.subscribe(FACTS)
            await each.silence(0.1)
        await office.objective(cycle, active=False, visibility="PRIVATE")
        assert (await next_fact(inside))["__typename"] == "ObjectiveCreated"
        await office.team()
        assert (await next_fact(inside))["__typename"] == "TeamAdded"
        assert (await next_fact(outside))["__typename"] == "TeamAdded"


async def test_a_cursor_that_leads_nowhere_is_told_and_no_other_feed_notices(
    server: str, office: Office, other_office: Office
) -> None:
    async with introduced(server, other_office.admin.token) as socket:
        await socket.subscribe(FACTS, after="0")
        foreign = (await next_fact(socket))["cursor"]
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, "other")
        for after in (foreign, "1.999.0123456789abcdef", "nonsense"):
            await socket.subscribe(FACTS, after=after)
            message = await socket.hear()
            assert (message["type"], message["id"]) == ("error", "1")
            [error] = message["payload"]
            assert error["extensions"]["code"] == "INVALID"
            if after != "nonsense":
                assert error["extensions"]["head"] == 3
        await socket.subscribe(FACTS, filter={"types": ["Nothing"]})
        [error] = (await socket.hear())["payload"]
        assert "TeamAdded" in error["extensions"]["known"]
        await office.team()
        assert (await next_fact(socket, "other"))["__typename"] == "TeamAdded"


async def test_a_burst_is_told_whole(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS)
        await socket.silence(0.1)
        await asyncio.gather(*(office.person(f"P{number}") for number in range(30)))
        told = await positions(socket, 30)
        assert told == list(range(told[0], told[0] + 30))
