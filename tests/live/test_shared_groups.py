"""Who asks the same with the same eyes is answered together, and nobody with the eyes of others."""

from typing import Any

from tests.graph.office import Office
from tests.live.listening import introduced
from tests.live.test_feeds import FACTS, next_fact
from tests.live.test_who_may_follow import TITLES, edited


async def test_who_stays_is_not_shown_what_the_first_of_them_came_to_see(
    server: str, office: Office
) -> None:
    first, second = await office.person("First"), await office.person("Second")
    objective = await office.objective(await office.cycle(), title="Merger", visibility="PRIVATE")
    async with introduced(server, first.token) as one, introduced(server, second.token) as other:
        for each in (one, other):
            await each.subscribe(TITLES)
            assert "Merger" not in str(await each.next())
        said = {"objectiveId": objective, "personId": str(first.person_id), "role": "CO_AUTHOR"}
        await office.admin.do("addParticipant", "participant { id }", **said)
        assert "Merger" in str(await one.next())
        await other.silence()
        said["personId"] = str(second.person_id)
        await office.admin.do("addParticipant", "participant { id }", **said)
        assert "Merger" in str(await other.next())


async def test_a_feed_tells_who_stays_nothing_that_the_first_of_them_came_to_see(
    server: str, office: Office
) -> None:
    first, second = await office.person("First"), await office.person("Second")
    objective = await office.objective(await office.cycle(), title="Merger", visibility="PRIVATE")
    async with introduced(server, first.token) as one, introduced(server, second.token) as other:
        for each in (one, other):
            await each.subscribe(FACTS)
            await each.silence(0.2)
        said = {"objectiveId": objective, "personId": str(first.person_id), "role": "CO_AUTHOR"}
        await office.admin.do("addParticipant", "participant { id }", **said)
        assert (await next_fact(one))["__typename"] == "ParticipantAdded"
        await edited(office, objective, title="Acquisition")
        assert (await next_fact(one))["__typename"] == "ObjectiveEdited"
        await other.silence()
        said["personId"] = str(second.person_id)
        await office.admin.do("addParticipant", "participant { id }", **said)
        assert (await next_fact(other))["__typename"] == "ParticipantAdded"
        await edited(office, objective, title="Takeover")
        assert (await next_fact(other))["__typename"] == "ObjectiveEdited"


NESTED = """
  subscription ($after: Cursor) { events(after: $after, filter: { types: ["ObjectiveEdited"] }) {
    node { ... on ObjectiveEdited { objective { events(first: 1, after: $ after) {
      nodes { position } } } } } } }"""


async def test_a_variable_that_says_more_than_where_to_begin_is_not_shared(
    server: str, office: Office
) -> None:
    objective = await office.objective(await office.cycle())
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(FACTS, after="0")
        cursors = [(await next_fact(socket))["cursor"] for _ in range(6)]
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(NESTED, "first", after="0")
        await socket.subscribe(NESTED, "last", after=cursors[-1])
        await socket.silence(0.3)
        await edited(office, objective, title="Renamed")
        told = {}
        for _ in range(2):
            message = await socket.hear()
            told[message["id"]] = str(message["payload"])
        assert told["first"] != told["last"]


MAY = """
  subscription { organization { objectives { nodes { permissions { close } } } } }"""


async def test_each_is_told_what_they_may_do_themselves(server: str, office: Office) -> None:
    first, second = await office.person("First"), await office.person("Second")
    owner = str(first.person_id)
    objective = await office.objective(await office.cycle(), ownerPersonId=owner)
    async with introduced(server, first.token) as one, introduced(server, second.token) as other:
        for each, may in ((one, True), (other, False)):
            await each.subscribe(MAY)
            assert closing(await each.next()) == [may]
        await edited(office, objective, accountablePersonId=str(second.person_id))
        assert closing(await other.next()) == [True]


def closing(shown: Any) -> list[bool]:
    return [each["permissions"]["close"] for each in shown["organization"]["objectives"]["nodes"]]
