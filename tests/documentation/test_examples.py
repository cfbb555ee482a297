"""Every operation has an example, and each was carried out by a running server."""

from datetime import UTC, datetime
from typing import Any

import pytest
from graphql import GraphQLObjectType

from server.demo.steps import Step
from tests.documentation.conftest import Reader
from tests.documentation.examples import examples, of_step, schema, told, untold
from tests.graph.client import Answer
from tests.live.listening import introduced

# Whoever comes first waits until the story is told.
pytestmark = pytest.mark.timeout(300)

LOOKED_UP = """
  query {
    organization {
      id
      first: events(first: 1) { nodes { chain } }
    }
  }"""


def carried_out(answer: Answer) -> bool:
    """Neither an error nor a refusal, in any of the fields that were asked for."""
    if answer.get("errors") or not answer["data"]:
        return False
    return not any(
        isinstance(payload, dict) and payload.get("refusals") for payload in answer["data"].values()
    )


def made(answer: Answer) -> dict[str, Any]:
    """What a mutation was about."""
    [payload] = answer["data"].values()
    return next((each for each in payload.values() if isinstance(each, dict) and "id" in each), {})


async def said(reader: Reader, step: Step) -> None:
    """Carry out a step; what it made has its handle from then on."""
    example = of_step(step)
    response = await reader.client(step.actor).post(example.document, reader.said(example))
    answer: Answer = response.json()
    assert carried_out(answer), (step, answer)
    if step.name is not None:
        reader.ids[step.name] = made(answer)["id"]


def test_every_operation_has_one_example() -> None:
    kinds: dict[str, GraphQLObjectType | None] = {
        "query": schema().query_type,
        "mutation": schema().mutation_type,
        "subscription": schema().subscription_type,
    }
    for kind, operations in kinds.items():
        assert operations is not None
        assert [each.operation for each in examples(kind)] == sorted(operations.fields)


async def test_every_mutation_of_the_story_was_carried_out_when_it_was_tried(
    reader: Reader,
) -> None:
    assert sorted(reader.tried) == sorted(told(datetime.now(UTC).date()))
    answers = reader.tried.items()
    assert {deed: answer for deed, answer in answers if not carried_out(answer)} == {}


async def test_what_the_story_does_not_tell_is_carried_out_after_it(reader: Reader) -> None:
    client = reader.client("person:hana")
    looked_up = (await client.ask(LOOKED_UP))["organization"]
    [reader.ids["chain:1"]] = [each["chain"] for each in looked_up["first"]["nodes"]]
    reader.ids["token:lost-phone"] = reader.ids["person:amara"]  # any UUID can be one
    for step in untold(datetime.now(UTC).date()):
        await said(reader, step)


async def test_every_query_is_answered(reader: Reader) -> None:
    client = reader.client("person:amara")
    for example in examples("query"):
        answer = (await client.post(example.document, reader.said(example))).json()
        assert carried_out(answer), (example, answer)
        assert all(answer["data"].values()), (example, answer)


async def test_every_subscription_begins_to_tell(reader: Reader) -> None:
    for example in examples("subscription"):
        async with introduced(reader.address, reader.token("person:amara")) as socket:
            await socket.subscribe(example.document, **reader.said(example))
            assert await socket.next()
