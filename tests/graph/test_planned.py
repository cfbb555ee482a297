"""Whatever is asked, the planner answers as graphql-core does, to the last key."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from graphql import OperationDefinitionNode, parse

from schema.declared import core_of
from schema.graph import graph
from server.commands import Handler
from server.okr.terms import Clock
from tests.graph.author import written
from tests.graph.both_ways import Reader, Said
from tests.graph.filled import Filled
from tests.graph.secret import Secret
from tests.graph.values import Known
from tests.histories import History

FOLDER = Path(__file__).parent / "planned_cases"
CASES = {path.stem: path.read_text() for path in sorted(FOLDER.glob("*.graphql"))}
SEED = os.environ.get("OKRLOG_SEED", "0")
PARTS, OPERATIONS = 8, 130
MAD = 43
AT_LEAST = 0.95
NOWHERE = ["", "x", "00000000-0000-0000-0000-000000000000"]

Audience = list[tuple[Known, Reader]]


@pytest.fixture(scope="module")
async def audience(filled: Filled, secret: Secret, handler: Handler) -> Audience:
    """People of three organizations, one of which keeps a secret that some of them know."""
    history = await History.begin(handler, Random(SEED), Clock.SIMULATED)
    await history.go_on(150)
    happened, actor = history.organization, filled.office.actor
    members = [UUID(each) for each in filled.ids["Person"][:1]]
    insiders = [*secret.participants.values()][:3] + [*secret.strangers.values()][:2]
    known = [each.person_id for each in insiders]
    groups = [
        (actor.organization_id, [actor.id, *members], secret.hidden[:3] + NOWHERE),
        (secret.office.actor.organization_id, known, filled.ids["Objective"]),
        (happened.id, [happened.actor.id] * 3, NOWHERE),
    ]
    return [
        (
            await Known.of(handler.database, organization_id, strange),
            await Reader.of(handler, organization_id, person_id),
        )
        for organization_id, people, strange in groups
        for person_id in people
    ]


@pytest.mark.parametrize("document", CASES.values(), ids=CASES.keys())
async def test_what_is_easily_answered_otherwise(
    filled: Filled, handler: Handler, document: str
) -> None:
    actor = filled.office.actor
    reader = await Reader.of(handler, actor.organization_id, actor.id)
    definitions = parse(document).definitions
    [operation] = [each for each in definitions if isinstance(each, OperationDefinitionNode)]
    names = [each.variable.name.value for each in operation.variable_definitions or ()]
    variables = {name: filled.ids[name][0] for name in names if name in filled.ids}

    both = await reader.both(Said(document=document, variables=variables))

    assert both.answer == both.oracle
    assert both.planned != ("not planned" in document.partition("\n")[0])


@pytest.mark.parametrize("part", range(PARTS))
async def test_the_planner_answers_whatever_is_asked_as_graphql_core_does(
    audience: Audience, part: int, record_property: Callable[[str, object], None]
) -> None:
    schema, counted = core_of(graph()), Counter[str]()
    for number in range(OPERATIONS):
        dice = Random(f"{SEED} {part} {number}")
        known, reader = dice.choice(audience)
        said = written(schema, known, dice, mad=number % MAD == 0)

        both = await reader.both(said)

        assert both.answer == both.oracle, said
        counted += Counter(asked=1, planned=both.planned, refused=both.refused)
    for name, value in counted.items():
        record_property(name, value)
    assert counted["planned"] >= AT_LEAST * counted["asked"], counted
