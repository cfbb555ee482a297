"""The table "What may happen when" of docs/okr.md, each cell tried on the running server."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from tests.graph.conftest import an_office
from tests.graph.inputs import mutations, noun_of
from tests.graph.stage import SAID, STATES, Stage, said_on

DOCUMENT = Path(__file__).parents[2] / "docs" / "okr.md"
TITLE = "## What may happen when"
COMMAND = re.compile(r"`(\w+)`([^,`]*)")
CELLS = {"yes", "with a reason", "no", "none yet"}


def table() -> list[tuple[str, list[str]]]:
    """Each command of the table, with a cell for every state."""
    section = DOCUMENT.read_text().split(TITLE)[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:3] == "| `"]
    return [
        (name + words.rstrip(), cells)
        for commands, *cells in rows
        for name, words in COMMAND.findall(commands)
    ]


def tried() -> list[Any]:
    """Every cell whose command can be said."""
    return [
        pytest.param(state, label, cell, id=f"{state} {label}")
        for label, cells in table()
        if label in SAID
        for state, cell in zip(STATES, cells, strict=True)
    ]


@pytest.fixture(scope="module")
async def stages(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> dict[str, Stage]:
    return {
        state: await Stage.set(await an_office(http, tokens, handler), state) for state in STATES
    }


def test_every_command_stands_in_the_table_once() -> None:
    labels = [label for label, _ in table()]
    commands = {label.split(maxsplit=1)[0] for label in labels}
    twice = {each for each in labels if labels.count(each) > 1}
    missing = mutations().keys() - commands

    assert not missing, f'Say under "{TITLE}" in docs/okr.md when these may happen: {missing}.'
    assert not commands - mutations().keys(), "These are no commands."
    assert not twice, f"These stand in the table more than once: {twice}."
    assert {cell for _, cells in table() for cell in cells} == CELLS


def test_every_command_of_the_table_is_tried() -> None:
    untried = {label for label, _ in table()} - SAID.keys()

    assert not untried, f"Say in tests/graph/stage.py, SAID, what these are tried with: {untried}."
    assert SAID.keys() == {label for label, _ in table()}, "These are in no row of the table."


@pytest.mark.parametrize(("state", "label", "cell"), tried())
async def test_each_cell_of_the_table_is_true(
    stages: dict[str, Stage], state: str, label: str, cell: str
) -> None:
    stage, command = stages[state], label.split(maxsplit=1)[0]
    if cell == "none yet":
        with pytest.raises(KeyError):
            said_on(stage, label)
        return
    told = said_on(stage, label)
    if "reason" in mutations()[command].fields and cell != "yes":
        told["reason"] = "Words"

    match cell:
        case "yes":
            assert await refusals(stage, command, told) == []
        case "with a reason":
            assert await refusals(stage, command, told) == []
            for blank in ("", " "):
                reasons = await refusals(stage, command, told | {"reason": blank})
                assert reasons == ["REASON_IS_MISSING"]
        case "no":
            obstacle = "CYCLE_IS_CLOSED" if state == "CLOSED" else "WRONG_STATE"
            assert await refusals(stage, command, told) == [obstacle]


async def refusals(stage: Stage, command: str, told: dict[str, Any]) -> list[str]:
    """For which reasons the command would be declined; nothing stays of it."""
    shows = f"{noun_of(command)} {{ __typename }}"
    payload = await stage.office.admin.command(command, shows, told, {"dryRun": True})
    return [each["code"] for each in payload["refusals"]]
