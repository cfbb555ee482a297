"""The tables of docs/permissions.md, each cell tried on the running server."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from tests.graph.cast import READER, Cast
from tests.graph.client import Client
from tests.graph.deeds import DEEDS, said
from tests.graph.deeds_in_confidence import HIDDEN, THE_TWO
from tests.graph.inputs import noun_of
from tests.graph.office import Office
from tests.graph.permitted import Cell, commands, reading
from tests.graph.sights import SIGHTS

FORBIDDEN = {"NOT_ALLOWED"}
# Who may not redact, or look after others' identities, is told nothing of what is there.
VEILED = {"NOT_ALLOWED", "NOT_FOUND"}
UNSEEN = {"redactEvent", "unlinkIdentity", "revokeApiKey"}
# They may, and have a part already.
HAS_ONE = ("assignContributor of oneself", "Contributor")
ROWS = {cell.what: [each for each in commands() if each.what == cell.what] for cell in commands()}


@pytest.mark.parametrize("what", ROWS)
async def test_each_cell_of_the_table_of_commands_is_true(cast: Cast, what: str) -> None:
    async with prepared(cast.office, what):
        for cell in ROWS[what]:
            for deed, allowed in tried(cast, cell):
                reasons = await refusals(cast.everybody[cell.who], what, deed)
                assert reasons == expected(cell, allowed=allowed), (cell.who, deed)


@asynccontextmanager
async def prepared(office: Office, what: str) -> AsyncIterator[None]:
    """With a legal hold where it is to be released; it would be in the way of redactions."""
    if what != "releaseLegalHold":
        yield
        return
    await office.admin.do("placeLegalHold", "organization { id }", reason="Words")
    try:
        yield
    finally:
        await office.admin.do("releaseLegalHold", "organization { id }", reason="Words")


def tried(cast: Cast, cell: Cell) -> Iterator[tuple[dict[str, Any], bool]]:
    """What somebody says to find out about a cell, and whether they may."""
    about_own = any(each.says == "own" for each in ROWS[cell.what])
    others, *own = DEEDS[cell.what]
    yield said(cast, cell.who, others), cell.says == "yes"
    for deed in own:
        if not about_own:
            yield said(cast, cell.who, deed), cell.says == "yes"
        elif cell.says == "own":
            yield said(cast, cell.who, deed, own=True), True


def expected(cell: Cell, *, allowed: bool) -> set[str]:
    """The reasons for which it has to be declined."""
    if not allowed:
        if cell.what in HIDDEN and cell.who not in THE_TWO:
            return {"NOT_FOUND"}
        # Who may only read is told that before anything is looked up.
        return VEILED if cell.what in UNSEEN and cell.who != READER else FORBIDDEN
    return {"ALREADY_EXISTS"} if (cell.what, cell.who) == HAS_ONE else set()


async def refusals(client: Client, what: str, deed: dict[str, Any]) -> set[str]:
    """For which reasons the command would be declined; nothing stays of it."""
    command = what.split(maxsplit=1)[0]
    shows = f"{noun_of(command)} {{ __typename }}"
    payload = await client.command(command, shows, deed, {"dryRun": True})
    return {each["code"] for each in payload["refusals"]}


@pytest.mark.parametrize("what", SIGHTS)
async def test_each_cell_of_the_table_of_reading_is_true(cast: Cast, what: str) -> None:
    for cell in reading():
        if cell.what == what:
            seen = await SIGHTS[what](cast, cast.everybody[cell.who])
            assert seen == (cell.says == "yes"), cell.who


@pytest.mark.parametrize("query", ["{ organization { position } }", "{ __typename }"])
async def test_nobody_from_outside_reads_anything(cast: Cast, query: str) -> None:
    answer = await cast.office.http.post("/graphql", json={"query": query})

    assert answer.status_code == httpx.codes.UNAUTHORIZED
