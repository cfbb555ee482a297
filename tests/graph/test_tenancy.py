"""Two organizations on one server: whatever an id of one is tried for, the other gets nothing."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from tests.graph.cast import Cast
from tests.graph.client import Answer, Client
from tests.graph.deeds import DEEDS, said
from tests.graph.filled import Filled
from tests.graph.inputs import Place, noun_of, put
from tests.graph.places_of_ids import Asked, commands, everything, questions

NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
NODE = "query ($id: ID!) { node(id: $id) { id } }"
CURSORS = "{ organization { events(first: 1) { nodes { cursor } } } }"
AFTER = """query ($after: Cursor!) {
  organization { events(first: 1, after: $after) { nodes { id } } } }"""
AT_ONCE = 50
ASKED = "cycles teams people objectives key_results events organization"
SAID_OF = f"""{ASKED} contributions check_ins obstacles comments alignments links participants
  requests follow_ups milestones"""
OPAQUE = {"tokenId"}
SAID = {what: deeds[0] for what, deeds in DEEDS.items()}


@pytest.fixture(scope="module")
async def theirs(filled: Filled, owner: asyncpg.Connection) -> dict[str, list[str]]:
    """The ids of everything that the other organization has, by what they name."""
    found = await everything(owner, filled.office.actor.organization_id)
    return found | {"organization": [str(filled.office.actor.organization_id)]}


def one_of_each(theirs: dict[str, list[str]], kinds: str) -> list[str]:
    return [theirs[kind][0] for kind in kinds.split()]


def parts(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


async def test_no_id_of_another_organization_names_anything(
    cast: Cast, theirs: dict[str, list[str]]
) -> None:
    every = [each for ids in theirs.values() for each in ids]
    for ids in parts(every):
        seen = await cast.office.admin.ask(NODES, ids=ids)
        assert seen["nodes"] == [None] * len(ids)
    assert len(theirs) > 30
    for each in theirs.values():
        assert (await cast.office.admin.ask(NODE, id=each[0]))["node"] is None


@pytest.mark.parametrize(
    ("command", "place", "deed"),
    [pytest.param(*each, id=f"{each[0]}.{'.'.join(each[1])}") for each in commands(SAID)],
)
async def test_no_command_does_or_tells_anything_about_another_organization(
    cast: Cast, theirs: dict[str, list[str]], command: str, place: Place, deed: dict[str, Any]
) -> None:
    if place[-1] in OPAQUE:
        pytest.skip("What a token is called is nobody's secret.")
    who = "Redactor" if command in ("redactEvent", "forgetPerson") else "Administrator"
    begun = said(cast, who, deed)
    tried = [put(begun, place, each) for each in (str(uuid4()), *one_of_each(theirs, SAID_OF))]

    unknown, *told = await refusals(cast.people[who], command, tried)

    assert "NOT_FOUND" in {each["code"] for each in unknown}, unknown
    assert all(each == unknown for each in told)


async def refusals(client: Client, command: str, tried: list[Answer]) -> list[list[Answer]]:
    """Why each of the inputs is declined, asked for in one document."""
    kind = command[0].upper() + command[1:]
    names = [f"c{number}" for number in range(len(tried))]
    variables = ", ".join(f"${name}: {kind}Input!" for name in names)
    shows = f"{noun_of(command)} {{ __typename }} refusals {{ code message path }}"
    told = "\n".join(
        f"{name}: {command}(input: ${name}, command: {{ dryRun: true }}) {{ {shows} }}"
        for name in names
    )
    answer = await client.ask(
        f"mutation ({variables}) {{ {told} }}", **dict(zip(names, tried, strict=True))
    )
    assert not any(answer[name][noun_of(command)] for name in names)
    return [answer[name]["refusals"] for name in names]


@pytest.mark.parametrize(
    "asked", questions(), ids=lambda each: f"{each.kind}.{each.name}.{'.'.join(each.place)}"
)
async def test_no_question_tells_anything_about_another_organization(
    cast: Cast, theirs: dict[str, list[str]], asked: Asked
) -> None:
    of = {
        "Organization": str(cast.office.actor.organization_id),
        "RolloutWave": str(cast.office.actor.organization_id),
        "Cycle": cast.ids["cycle"],
        "Team": cast.ids["team"],
        "Person": cast.person("Owner"),
        "Objective": cast.ids["objective"],
        "KeyResult": cast.ids["key result"],
        "Kpi": cast.ids["kpi"],
        "Attachment": cast.ids["attachment"],
        "Aspiration": cast.ids["aspiration"],
        "Mentorship": cast.ids["mentorship"],
        "Hypothesis": cast.ids["hypothesis"],
    }

    document, whose = asked.document(), {"of": of[asked.kind]} if asked.kind in of else {}
    unknown, *told = [
        await cast.office.admin.ask(document, said=asked.said(each), **whose)
        for each in (str(uuid4()), *one_of_each(theirs, ASKED))
    ]

    assert told
    assert all(each == unknown for each in told)


async def test_a_cursor_of_another_organization_is_as_good_as_one_that_was_made_up(
    cast: Cast, filled: Filled
) -> None:
    ours, theirs = cast.office.admin, filled.office.admin
    (fact,) = (await theirs.ask(CURSORS))["organization"]["events"]["nodes"]
    epoch, position, _ = fact["cursor"].split(".")
    made_up = f"{epoch}.{position}.{'0' * 16}"

    told = [await ours.errors(AFTER, after=each) for each in (fact["cursor"], made_up)]
    assert told[0] == told[1]

    async def taken(**said: str) -> tuple[int, Any]:
        answer = await ours.http.get(
            "/audit/events", params=said, headers={"Authorization": f"Bearer {ours.token}"}
        )
        return answer.status_code, answer.json()

    for name in ("after", "until"):
        status, why = await taken(**{name: fact["cursor"]})
        assert status >= httpx.codes.BAD_REQUEST
        assert (status, why) == await taken(**{name: made_up})
