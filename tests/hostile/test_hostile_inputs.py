"""Whatever a mutation is told, it does it or says why not, and nothing of what is inside."""

import json
import os
import re
from typing import Any

import httpx
import pytest
from graphql import GraphQLInputObjectType
from hypothesis import HealthCheck, Phase, given, seed, settings

from server.auth import Tokens
from server.commands import Handler
from tests.graph.conftest import an_office
from tests.graph.filled import Filled, fill
from tests.graph.inputs import SCHEMA, mutations, noun_of
from tests.hostile.evil import Ids, said

SEED = int(os.environ.get("OKRLOG_SEED", "0"))
EACH = int(os.environ.get("OKRLOG_TEST_HOSTILE", "12"))
OURS = {"INTERNAL", "UNAVAILABLE", "TIMEOUT"}
INSIDE = re.compile(
    r"asyncpg|Traceback|File \"|relation \"|SQLSTATE|select .* from ", re.IGNORECASE
)


@pytest.fixture(scope="module")
async def target(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Filled:
    """An organization with everything in it, which nobody else looks at."""
    return await fill(await an_office(http, tokens, handler))


def told(mutation: str, ids: Ids) -> list[dict[str, Any]]:
    """Variables for a mutation, most of them nearly right."""
    kind = mutations()[mutation]
    command = SCHEMA.type_map["Command"]
    assert isinstance(command, GraphQLInputObjectType)
    found: list[dict[str, Any]] = []

    @seed(SEED)
    @given(said(kind, ids), said(command, ids))
    @settings(
        max_examples=EACH,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def state(input_: Any, command: Any) -> None:
        found.append({"input": input_, "command": command})

    state()
    return found


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mutation", mutations())
async def test_nothing_that_is_said_is_a_fault(target: Filled, mutation: str) -> None:
    ids = {kind: found[:3] for kind, found in target.ids.items()}
    kind = mutations()[mutation].name
    document = f"""mutation ($input: {kind}!, $command: Command) {{
      {mutation}(input: $input, command: $command) {{
        {noun_of(mutation)} {{ __typename }} position refusals {{ code message path }} }} }}"""
    for variables in told(mutation, ids):
        answer = await target.office.admin.post(document, variables)

        assert answer.status_code in (200, 400, 413, 422), json.dumps(variables)
        codes = {each["extensions"]["code"] for each in answer.json().get("errors", [])}
        assert not codes & OURS, json.dumps(variables)
        assert not INSIDE.search(answer.text), json.dumps(variables)
    assert await target.office.admin.ask("{ organization { name } }")
