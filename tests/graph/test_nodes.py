"""Finding things by their ids through the running server."""

from collections.abc import Sequence
from typing import Any

import pytest

from schema.node import VIEWS
from tests.graph.filled import Filled
from tests.graph.office import Office

NODE = "query ($id: ID!) { node(id: $id) { __typename id } }"
NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
UNKNOWN = "0f6a9b51-7a1c-4f7e-9d51-3f6c2f5c8a10"
# A fact is of one of many kinds.
KINDS = [*sorted(VIEWS.keys() - {"Event"}), "CheckInRecorded", "KeyResultRevised"]
NOTHING = ["", "nonsense", "\0", "\ud800", "0", "-1", UNKNOWN, "00000000-" * 4]


async def nodes(office: Office, ids: Sequence[str]) -> list[Any]:
    found: list[Any] = (await office.admin.ask(NODES, ids=ids))["nodes"]
    return found


@pytest.mark.parametrize("kind", KINDS)
async def test_an_id_leads_to_the_thing_it_names(filled: Filled, kind: str) -> None:
    for each in filled.ids[kind]:
        seen = (await filled.office.admin.ask(NODE, id=each))["node"]
        assert seen == {"__typename": kind, "id": each}


@pytest.mark.parametrize("unknown", NOTHING)
async def test_what_names_nothing_leads_nowhere(office: Office, unknown: str) -> None:
    assert await office.admin.ask(NODE, id=unknown) == {"node": None}


async def test_many_come_in_the_order_they_were_asked_for(filled: Filled) -> None:
    one_each = [(kind, ids[0]) for kind, ids in filled.ids.items()]
    half = one_each[:50]
    for asked in (one_each, [*half, *reversed(half)]):
        seen = await nodes(filled.office, [each for _, each in asked])

        assert [(each["__typename"], each["id"]) for each in seen] == asked


async def test_what_names_nothing_is_null_among_the_others(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()

    seen = await nodes(office, [team, *NOTHING, cycle, team])

    assert [each and each["id"] for each in seen] == [team, *[None] * len(NOTHING), cycle, team]


async def test_nothing_of_another_organization_is_found(
    filled: Filled, other_office: Office
) -> None:
    for theirs in filled.ids.values():
        assert await nodes(other_office, theirs) == [None] * len(theirs)


async def test_a_hundred_are_found_at_once_and_no_more(office: Office) -> None:
    team = await office.team()

    assert len(await nodes(office, [team] * 100)) == 100
    (error,) = await office.admin.errors(NODES, ids=[team] * 101)
    assert error["path"] == ["nodes"]
    assert error["extensions"]["code"] == "INVALID"
    assert await nodes(office, []) == []
