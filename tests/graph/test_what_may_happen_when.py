"""The table "What may happen when" of docs/okr.md, each cell tried on the running server."""

from typing import Any

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from tests.graph.conftest import an_office
from tests.graph.inputs import mutations, noun_of
from tests.graph.stage import SAID, STATES, Stage, said_on
from tests.graph.what_may_happen import table


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
