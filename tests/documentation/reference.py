"""The reference of the graph as pages: operations with their examples, types, refusals."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    Node,
    get_named_type,
    is_specified_scalar_type,
    print_ast,
)

from tests.documentation.examples import OUTCOME, Example, examples, schema

BEGINNING = """\
# GraphQL reference

Written from `schema/schema.graphql` when this site was built. Each operation has an example of the
demo organization Cartwheel, which a test carries out on a running server: mutations as a dry run,
at the moment of the story at which somebody says them. Where an id has to stand the examples have a
name, as `key-result:current/market-leader/nps`; put the id of yours there. Days are those of a demo
that is loaded today.

What `command` may say is [Command](inputs.md#command), why a mutation may be declined stands under
[refusals](refusals.md), and how all this is sent is told on [a page of its own](../asking.md).
"""
KINDS = ("query", "mutation", "subscription")
PLURAL = {"query": "queries", "mutation": "mutations", "subscription": "subscriptions"}
TITLES = {
    "nouns": "Nouns",
    "facts": "Facts",
    "lists": "Lists",
    "parts": "What nouns and facts are made of",
    "inputs": "Inputs",
    "words": "Word lists",
    "others": "Interfaces, unions, scalars",
}

Page = dict[str, str]
"""The texts of pages by their paths below the reference."""


def pages() -> Page:
    """All of it."""
    written = {"README.md": _index(), "refusals.md": _refusals()}
    for kind in KINDS:
        written |= _of_kind(kind)
    sections: dict[str, list[str]] = defaultdict(list)
    for name in sorted(schema().type_map):
        if home := _home(name):
            sections[home].append(_type(name))
    for home, title in TITLES.items():
        written[f"{home}.md"] = f"# {title}\n\n" + "\n".join(sections[home])
    return written


def _of_kind(kind: str) -> Page:
    """Those of a kind: mutations on a page for each noun that they are about, others on one."""
    sections: dict[str, list[str]] = defaultdict(list)
    for example in examples(kind):
        field = operations(kind)[example.operation]
        sections[_page(kind, field)].append(_operation(example, field))
    return {path: f"# {_title(path)}\n\n" + "\n".join(told) for path, told in sections.items()}


def _operation(example: Example, field: GraphQLField) -> str:
    path = _page(example.kind, field)
    parts = [f"## {example.operation}\n", _words(field.description) + "\n"]
    if example.kind == "mutation":
        kind = get_named_type(field.args["input"].type)
        assert isinstance(kind, GraphQLInputObjectType)
        parts += [_table(kind.fields, path, "Input")]
        payload = get_named_type(field.type)
        assert isinstance(payload, GraphQLObjectType)
        told = {name: each for name, each in payload.fields.items() if name not in OUTCOME}
        parts += [_table(told, path, "Beside `position` and `refusals`, the answer has")]
    else:
        parts += [f"Answers {_named(field.type, path)}.\n", _table(field.args, path, "Argument")]
    parts += [f"```graphql\n{example.document.strip()}\n```\n"]
    if example.variables:
        variables = json.dumps(example.variables, indent=2, ensure_ascii=False)
        parts += [f"```json\n{variables}\n```\n"]
    return "\n".join(each for each in parts if each)


def _type(name: str) -> str:
    """A type under its name."""
    kind, here = schema().type_map[name], f"{_home(name)}.md"
    parts = [f"## {name}\n", _words(kind.description) + "\n"]
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        parts.append(_table(kind.fields, here, "Field"))
    if isinstance(kind, GraphQLEnumType):
        rows = (
            f"| `{each}` | {_words(value.description)} |\n" for each, value in kind.values.items()
        )
        parts.append("| Word | Meaning |\n|---|---|\n" + "".join(rows))
    if isinstance(kind, GraphQLUnionType):
        parts.append(", ".join(_named(each, here) for each in kind.types) + "\n")
    return "\n".join(parts)


def _table(fields: Any, here: str, heading: str) -> str:
    """Fields or arguments with their types and sentences; arguments of a field stand below it."""
    if not fields:
        return ""
    rows = list(_rows(fields, here))
    return f"| {heading} | Type | Meaning |\n|---|---|---|\n" + "".join(rows)


def _rows(fields: Any, here: str, within: str = "") -> Iterator[str]:
    for name, field in fields.items():
        default: Node | None = getattr(field.ast_node, "default_value", None)
        more = "" if default is None or default.kind == "null_value" else _default(default)
        meaning = _words(field.description)
        yield f"| {within}`{name}` | {_named(field.type, here)}{more} | {meaning} |\n"
        if args := getattr(field, "args", None):
            yield from _rows(args, here, within=f"`{name}` ⟵ ")


def _default(value: Node) -> str:
    return f" = `{print_ast(value)}`"


def _index() -> str:
    """Every operation in one line."""
    parts = [BEGINNING]
    for kind in KINDS:
        parts.append(f"\n## {PLURAL[kind].capitalize()}\n\n| Operation | |\n|---|---|\n")
        for name, field in sorted(operations(kind).items()):
            link = f"{_page(kind, field)}#{name.lower()}"
            parts.append(f"| [{name}]({link}) | {_words(field.description)} |\n")
    return "".join(parts)


def _refusals() -> str:
    codes = schema().type_map["RefusalCode"]
    assert isinstance(codes, GraphQLEnumType)
    rows = "".join(
        f"| `{each}` | {_words(value.description)} |\n" for each, value in codes.values.items()
    )
    return (
        "# Refusals\n\nA mutation that is declined was understood, and an obstacle stands in the "
        "way. `refusals` names every one, with its `code`, a sentence for people, and the `path` "
        f"to what it is about.\n\n| Code | Sentence |\n|---|---|\n{rows}"
    )


def operations(kind: str) -> dict[str, GraphQLField]:
    """The fields of the query, the mutation or the subscription type."""
    held = schema().type_map[kind.capitalize()]
    assert isinstance(held, GraphQLObjectType)
    fields: dict[str, GraphQLField] = held.fields
    return fields


def _page(kind: str, field: GraphQLField) -> str:
    """Where an operation is told of."""
    if kind != "mutation":
        return f"{PLURAL[kind]}.md"
    payload = get_named_type(field.type)
    assert isinstance(payload, GraphQLObjectType)
    noun = next(get_named_type(each.type).name for each in payload.fields.values())
    return f"mutations/{re.sub(r'(?<!^)(?=[A-Z])', '-', noun).lower()}.md"


def _title(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()


def _home(name: str) -> str | None:
    """On which page a type is told of; those that stand with their operation are on none."""
    kind = schema().type_map[name]
    stands_elsewhere = name.startswith("__") or is_specified_scalar_type(kind)
    if stands_elsewhere or name in _of_mutations() or name.lower() in KINDS:
        return None
    if isinstance(kind, GraphQLEnumType):
        return "words"
    if isinstance(kind, GraphQLInputObjectType):
        return "inputs"
    if not isinstance(kind, GraphQLObjectType):
        return "others"
    if name.endswith(("Connection", "Edge")):
        return "lists"
    interfaces = {each.name for each in kind.interfaces}
    return "facts" if "Event" in interfaces else "nouns" if "Node" in interfaces else "parts"


def _of_mutations() -> set[str]:
    """Inputs and payloads that belong to one mutation."""
    mutations = operations("mutation").values()
    return {
        get_named_type(kind).name
        for each in mutations
        for kind in (each.type, each.args["input"].type)
    }


def _named(kind: Any, here: str) -> str:
    """A type, with a link to where it is told of."""
    home = _home(get_named_type(kind).name)
    up = "../" * here.count("/")
    shown = f"`{kind}`"
    return f"[{shown}]({up}{home}.md#{get_named_type(kind).name.lower()})" if home else shown


def _words(description: str | None) -> str:
    """A sentence as a cell of a table takes it."""
    return " ".join((description or "").split()).replace("|", "\\|")
