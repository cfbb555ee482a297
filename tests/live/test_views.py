"""A view that goes on: shown at once, and again whenever it is another."""

import asyncio

import httpx

from tests.graph.office import Office
from tests.live.listening import introduced, opened, streamed

PROGRESS = """
  subscription ($cycle: ID!) { organization { objectives(filter: { cycleId: $cycle }) { nodes {
    title progress { value } keyResults { current }
  } } } }"""
PEOPLE = "subscription { organization { position people { nodes { name } } } }"


async def test_a_view_is_shown_at_once_and_again_when_it_changed(
    server: str, office: Office
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle, title="Delight")
    key_result = await office.key_result(objective)
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(PROGRESS, cycle=cycle)
        [shown] = (await socket.next())["organization"]["objectives"]["nodes"]
        assert shown["title"] == "Delight"
        await office.check_in(key_result, value="15")
        [shown] = (await socket.next())["organization"]["objectives"]["nodes"]
        assert shown["keyResults"] == [{"current": "15"}]
        assert shown["progress"] == {"value": "0.5"}


async def test_a_stream_shows_the_same(
    http: httpx.AsyncClient, server: str, office: Office
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    key_result = await office.key_result(objective)
    async with (
        introduced(server, office.admin.token) as socket,
        streamed(http, office.admin.token, PROGRESS, cycle=cycle) as events,
    ):
        await socket.subscribe(PROGRESS, cycle=cycle)
        assert await events.data() == await socket.next()
        await office.check_in(key_result, value="12")
        assert await events.data() == await socket.next()


async def test_nothing_is_sent_when_the_answer_is_the_same(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(PEOPLE)
        before = await socket.next()
        await office.team()
        await socket.silence()
        await office.person("Zoe")
        after = await socket.next()
        assert after["organization"]["position"] > before["organization"]["position"] + 1
        assert {"name": "Zoe"} in after["organization"]["people"]["nodes"]


async def test_a_burst_is_shown_once(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(PEOPLE)
        await socket.next()
        await asyncio.gather(*(office.person(f"P{number}") for number in range(20)))
        shown = 0
        while len((await socket.next())["organization"]["people"]["nodes"]) < 21:
            shown += 1
        assert shown < 10


async def test_queries_and_commands_are_answered_on_a_socket_too(
    server: str, office: Office
) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe("{ viewer { person { name } } }", id_='a"b')
        assert await socket.next('a"b') == {"viewer": {"person": {"name": "Ada"}}}
        assert await socket.hear() == {"id": 'a"b', "type": "complete"}
        said = {"name": "Grace"}
        await socket.subscribe(
            "mutation ($said: AddPersonInput!) { addPerson(input: $said) { person { name } } }",
            said=said,
        )
        assert await socket.next() == {"addPerson": {"person": said}}
        assert (await socket.hear())["type"] == "complete"


async def test_what_a_client_completes_is_shown_no_more(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(PEOPLE)
        await socket.next()
        await socket.say("complete", id="1")
        await office.person("Late")
        await socket.silence()
        await socket.subscribe(PEOPLE)
        assert {"name": "Late"} in (await socket.next())["organization"]["people"]["nodes"]


async def test_another_organization_does_not_wake_a_view(
    server: str, office: Office, other_office: Office
) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(PEOPLE)
        await socket.next()
        await other_office.person("Stranger")
        await socket.silence()


async def test_whoever_says_nothing_valid_is_refused(server: str) -> None:
    async with opened(server) as socket:
        await socket.say("connection_init", payload={"Authorization": "Bearer x"})
        assert await socket.closed() == (4403, "Forbidden")
