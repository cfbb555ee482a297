"""What a command answers is planned too: the same payload as graphql-core's, tried by dry runs."""

import re
from random import Random
from typing import Any

import pytest
from graphql import get_named_type, parse, validate

from schema.declared import core_of
from schema.graph import graph
from server.commands import Handler
from tests.graph.author import Author
from tests.graph.both_ways import Reader, Said
from tests.graph.filled import Filled
from tests.graph.values import Known, Values

SCHEMA = core_of(graph())
PAYLOADS = 12
LEVELS = 4
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
NOBODY = "01900000-0000-7000-8000-000000000000"


def commands(filled: Filled) -> dict[str, tuple[str, dict[str, Any]]]:
    """One of every kind of answer: changed, new, several at once, and declined for reasons."""
    objective, key_result = filled.ids["Objective"][0], filled.ids["KeyResult"][0]
    report = {"keyResultId": key_result, "value": "7", "note": "Look."}
    return {
        "changed": ("editObjective", {"objectiveId": objective, "title": "New", "reason": "So."}),
        "new": ("recordCheckIn", report | {"obstacles": ["Rain"]}),
        "several": ("recordCheckIns", {"checkIns": [report, report | {"value": "8"}]}),
        "not found": ("editObjective", {"objectiveId": NOBODY, "title": "New", "reason": "So."}),
        "declined": (
            "openCycle",
            {"key": "2026-Q4", "name": "", "startsOn": "2026-01-01", "endsOn": "2026-01-02"},
        ),
    }


def command(known: Known, dice: Random, mutation: str, said: dict[str, Any]) -> Said:
    """A command whose payload shows whatever dice say."""
    root: Any = SCHEMA.mutation_type
    payload = get_named_type(root.fields[mutation].type)
    kind = get_named_type(root.fields[mutation].args["input"].type)
    called = f"{mutation}(input: $input, command: {{dryRun: true}})"
    while True:
        author = Author(schema=SCHEMA, values=Values(known=known, dice=dice))
        shows = author.selection(payload, LEVELS)
        declared = ", ".join([f"$input: {kind}!", *author.declared])
        text = f"mutation ({declared}) {{ {called} {shows} __typename }}"
        document = "\n".join([text, *author.told()])
        if not validate(SCHEMA, parse(document)):
            return Said(document=document, variables={"input": said} | author.variables)


def alike(text: str, known: Known) -> str:
    """Without what is another each time: ids of what is new, and when it was recorded."""
    there = {each for ids in known.ids.values() for each in ids}
    text = ID.sub(lambda found: found[0] if found[0] in there else "new", text)
    return TIME.sub("then", text)


@pytest.mark.parametrize("kind", ["changed", "new", "several", "not found", "declined"])
async def test_a_payload_is_answered_as_graphql_core_does(
    filled: Filled, handler: Handler, kind: str
) -> None:
    actor = filled.office.actor
    known = await Known.of(handler.database, actor.organization_id, [NOBODY])
    reader = await Reader.of(handler, actor.organization_id, actor.id)
    mutation, said = commands(filled)[kind]
    for number in range(PAYLOADS):
        asked = command(known, Random(f"{kind} {number}"), mutation, said)

        both = await reader.both(asked)

        assert alike(both.answer, known) == alike(both.oracle, known), asked
        assert both.planned, asked
