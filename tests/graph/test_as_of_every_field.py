"""Every field of every noun, kept after random commands, is answered again as of that position."""

from collections.abc import Iterator
from random import Random
from typing import Any

from graphql import (
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from schema.declared import core_of
from schema.graph import graph
from server.commands import Handler
from server.okr import redactions
from tests.chance import HOW_OFTEN
from tests.graph.both_ways import Reader
from tests.graph.values import Known
from tests.histories import History

SCHEMA = core_of(graph())
# What was taken out of the history is gone from its past too.
LASTING = {
    rule: often for rule, often in HOW_OFTEN.items() if rule.__module__ != redactions.__name__
}
CHUNKS, COMMANDS, OF_EACH = 4, 40, 3
AT = (
    "query ($ids: [ID!]!, $asOf: AsOf) {{ nodes(ids: $ids, asOf: $asOf) {{ ...Kind }} }} {fragment}"
)


def everything(kind: GraphQLNamedType, levels: int) -> str:
    """All that can be asked of a type: values so many levels deep, and which nouns hang on it."""
    if not isinstance(kind, GraphQLObjectType):
        return "{ __typename }"
    return f"{{ __typename {' '.join(parts(kind, levels))} }}"


def parts(kind: GraphQLObjectType, levels: int) -> Iterator[str]:
    for name, field in kind.fields.items():
        inside: Any = get_named_type(field.type)
        # What the viewer may do is of today, whatever is shown.
        if name == "permissions" or any(map(is_required_argument, field.args.values())):
            continue
        if is_leaf_type(inside):
            yield name
        elif "id" in getattr(inside, "fields", {}):
            yield f"{name} {{ id }}"
        elif inside.name.endswith("Connection"):
            noun: Any = get_named_type(inside.fields["nodes"].type)
            shown = "id" if "id" in noun.fields else "__typename"
            counted = "totalCount" if "totalCount" in inside.fields else ""
            yield f"{name} {{ {counted} nodes {{ {shown} }} }}"
        elif levels > 0:
            yield f"{name} {everything(inside, levels - 1)}"


async def kept(reader: Reader, ids: dict[str, list[str]], as_of: Any = None) -> dict[str, Any]:
    """What all of these nouns show, by kind."""
    answers = {}
    for kind, some in ids.items():
        fragment = f"fragment Kind on {kind} {everything(SCHEMA.type_map[kind], 1)}"
        document = AT.format(fragment=fragment)
        answers[kind] = (await reader.ask(document, ids=some, asOf=as_of))["nodes"]
    return answers


async def test_every_field_is_answered_again_as_it_was(handler: Handler) -> None:
    dice = Random(9)
    history = await History.begin(handler, dice)
    organization, taken = history.organization, []
    reader = await Reader.of(handler, organization.id, organization.actor.id)
    for _ in range(CHUNKS):
        await history.go_on(COMMANDS, LASTING)
        known = await Known.of(handler.database, organization.id, [])
        ids = {kind: dice.sample(some, min(OF_EACH, len(some))) for kind, some in known.ids.items()}
        taken.append((known.head, ids, await kept(reader, ids)))

    assert len({kind for _, ids, _ in taken for kind in ids}) > 15
    for position, ids, answers in taken:
        again = await kept(reader, ids, {"position": position})
        for kind, answer in answers.items():
            assert again[kind] == answer, (kind, position)
