"""An example for every operation: mutations as the demo's story says them, all others from files.

Where an id has to stand, an example has the handle by which the demo knows the thing.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
    is_leaf_type,
)
from strawberry.utils.str_converters import to_camel_case

from server.demo.cycles import cycle_before
from server.demo.deeds import deeds
from server.demo.script import script
from server.demo.steps import Ref, Step

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
RHYTHM = ROOT / "server" / "demo" / "cartwheel" / "rhythm.toml"
CALLED = ("key", "name", "title", "text", "state", "kind")
OUTCOME = ("position", "refusals")
WITHOUT_MUTATION = {"create_organization"}


@dataclass(frozen=True, kw_only=True)
class Example:
    """A document and its variables."""

    kind: str
    operation: str
    document: str
    variables: dict[str, Any]


@cache
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema" / "schema.graphql").read_text())


def told(today: date) -> dict[str, Step]:
    """The step in which the story says most of each mutation that is not told otherwise."""
    otherwise = _fullest(untold(today))
    return {deed: step for deed, step in _fullest(script(today)).items() if deed not in otherwise}


def untold(today: date) -> list[Step]:
    """What is said after the story: keys, identities, what is due later, with what that takes."""
    rhythm = tomllib.loads(RHYTHM.read_text())
    running = cycle_before(today, "current", rhythm["cycles"]["current"])
    return list(deeds(running, tomllib.loads((EXAMPLES / "untold.toml").read_text())))


def examples(kind: str) -> list[Example]:
    """All of a kind of operation, in the order of their names."""
    if kind != "mutation":
        return [_of_file(kind, path) for path in sorted((EXAMPLES / kind).glob("*.graphql"))]
    today = datetime.now(UTC).date()
    steps = [*told(today).values(), *_fullest(untold(today)).values()]
    return sorted(map(of_step, steps), key=lambda each: each.operation)


def of_step(step: Step) -> Example:
    """A step of the story as a front end would say it."""
    operation = to_camel_case(step.deed)
    mutations = schema().mutation_type
    assert mutations is not None
    mutation = mutations.fields[operation]
    kind = mutation.args["input"].type
    payload = get_named_type(mutation.type)
    assert isinstance(payload, GraphQLObjectType)
    said = _spoken(step.said, kind)
    named = operation[0].upper() + operation[1:]
    document = (
        f"mutation {named}($input: {kind}, $command: Command) {{\n"
        f"  {operation}(input: $input, command: $command) {{\n"
        + "".join(f"    {each}\n" for each in _shown(payload, said))
        + "    position\n    refusals { code message path }\n  }\n}\n"
    )
    return Example(
        kind="mutation", operation=operation, document=document, variables={"input": said}
    )


def _fullest(steps: list[Step]) -> dict[str, Step]:
    fullest: dict[str, Step] = {}
    for each in steps:
        if each.deed not in WITHOUT_MUTATION:
            fullest[each.deed] = max(
                fullest.get(each.deed, each), each, key=lambda one: len(one.said)
            )
    return fullest


def _of_file(kind: str, path: Path) -> Example:
    beside = path.with_suffix(".json")
    variables = json.loads(beside.read_text()) if beside.exists() else {}
    return Example(kind=kind, operation=path.stem, document=path.read_text(), variables=variables)


def _shown(payload: GraphQLObjectType, said: dict[str, Any]) -> Iterator[str]:
    """What a mutation was about, with its names and with what was said of it."""
    for name, field in payload.fields.items():
        noun = get_named_type(field.type)
        if name in OUTCOME:
            continue
        if not isinstance(noun, GraphQLObjectType):
            yield name if is_leaf_type(noun) else f"{name} {{ __typename }}"
            continue
        leaves = {
            each
            for each, held in noun.fields.items()
            if is_leaf_type(get_named_type(held.type)) and not held.args
        }
        wanted = dict.fromkeys(["id", *CALLED, *said])
        yield f"{name} {{ {' '.join(each for each in wanted if each in leaves)} }}"


def _spoken(value: Any, kind: Any) -> Any:
    """A value of the story in the words of an input."""
    if isinstance(kind, GraphQLNonNull):
        return _spoken(value, kind.of_type)
    if isinstance(kind, GraphQLList):
        return [_spoken(each, kind.of_type) for each in value]
    if isinstance(kind, GraphQLInputObjectType):
        words = {to_camel_case(name.rstrip("_")): each for name, each in value.items()}
        return {name: _spoken(each, kind.fields[name].type) for name, each in words.items()}
    if isinstance(value, Ref):
        return value.handle
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if kind.name == "Decimal" or isinstance(value, Decimal) else value
