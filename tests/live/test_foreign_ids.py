"""Whoever follows hears nothing about another organization, whatever id or cursor they name."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.graph.inputs import SCHEMA, places
from tests.graph.office import Office
from tests.graph.places_of_ids import Asked, questions
from tests.live.listening import introduced, streamed

FACTS = """subscription ($after: Cursor, $filter: EventFilter) {
  events(after: $after, filter: $filter) { cursor node { __typename } } }"""
FILTER: Any = SCHEMA.type_map["EventFilter"]
PLACES = [name for (name,) in places(FILTER, "ID")]
FOLLOWED = [each for each in questions() if each.kind == "Organization"]


async def known(office: Office) -> dict[str, str]:
    """Something of an organization for each place of the filter, about which there are facts."""
    key_result = await office.started()
    objective = await office.seen("KeyResult", key_result, "objective { id cycle { id } }")
    await office.check_in(key_result, value="15")
    return {
        "objectiveId": objective["objective"]["id"],
        "keyResultId": key_result,
        "actorId": str(office.actor.id),
        "personId": str((await office.person()).person_id),
        "teamId": await office.team(),
        "cycleId": objective["objective"]["cycle"]["id"],
    }


@pytest.mark.parametrize("place", PLACES)
async def test_a_feed_about_a_thing_of_another_organization_is_silent(
    server: str, office: Office, other_office: Office, place: str
) -> None:
    ours, theirs = await known(office), await known(other_office)
    async with introduced(server, office.admin.token) as socket:
        for nothing in (theirs[place], str(uuid4())):
            await socket.subscribe(FACTS, id_=nothing, after="0", filter={place: nothing})
        await other_office.check_in(theirs["keyResultId"], value="16")
        await office.check_in(ours["keyResultId"], value="16")
        await socket.silence()
        await socket.subscribe(FACTS, id_="ours", after="0", filter={place: ours[place]})
        assert await socket.next("ours")


@pytest.mark.parametrize("asked", FOLLOWED, ids=lambda each: f"{each.name}.{'.'.join(each.place)}")
async def test_a_view_about_a_thing_of_another_organization_shows_what_any_other_would(
    server: str, office: Office, other_office: Office, asked: Asked
) -> None:
    theirs = await known(other_office)
    document = asked.document().replace("query", "subscription", 1)
    document = document.replace(", $of: ID!", "").replace("node(id: $of)", "organization")
    async with introduced(server, office.admin.token) as socket:

        async def shown(nothing: str) -> Any:
            await socket.subscribe(document, id_=nothing, said=asked.said(nothing))
            return {**await socket.hear(), "id": ""}

        unknown = await shown(str(uuid4()))
        assert [await shown(each) for each in theirs.values()] == [unknown] * len(theirs)


async def test_a_cursor_of_another_organization_is_as_good_as_one_that_was_made_up(
    server: str, http: httpx.AsyncClient, office: Office, other_office: Office
) -> None:
    async with introduced(server, other_office.admin.token) as socket:
        await socket.subscribe(FACTS, after="0")
        foreign = (await socket.next())["events"]["cursor"]
    epoch, position, _ = foreign.split(".")
    made_up = f"{epoch}.{position}.{'0' * 16}"
    async with introduced(server, office.admin.token) as socket:
        told = []
        for cursor in (foreign, made_up):
            await socket.subscribe(FACTS, after=cursor)
            told.append(await socket.hear())
    assert told[0] == told[1]
    assert told[0]["type"] == "error"
    for cursor in (foreign, made_up):
        again = {"Last-Event-ID": cursor}
        async with streamed(http, office.admin.token, FACTS, after="0", headers=again) as events:
            told.append((await events.next())["data"])
    assert told[2] == told[3]
    assert "errors" in told[2]
