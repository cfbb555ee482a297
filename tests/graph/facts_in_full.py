"""Documents that ask for all that facts say, whatever their kind, and what they should answer."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from graphql import get_named_type, is_leaf_type
from strawberry.utils.str_converters import to_camel_case

from schema.declared import core_of
from schema.fact_fields import plural
from schema.graph import graph
from schema.words import decimal_text
from server.okr.events import Fact
from server.okr.terms import ABSENT

HEADER = ("id", "position", "cursor", "recordedAt", "chain", "actor")
END = (
    "alignment",
    "attachment",
    "contribution",
    "healthMetric",
    "identity",
    "link",
    "participant",
    "workLink",
)
NOT_SAID = (*HEADER, "__typename", "machine", "before", "after", "revision")


def everything(kind: str) -> str:
    """All that facts of a kind say, and what every fact shows."""
    schema = core_of(graph())
    header = " ".join("actor { id }" if each == "actor" else each for each in HEADER)
    return f"__typename {header} ... on {kind} {{ {' '.join(_parts(schema.type_map[kind]))} }}"


def _parts(kind: Any) -> Iterator[str]:
    """The fields of a type; of nouns their ids."""
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        if name in NOT_SAID and "position" in kind.fields:
            continue
        if is_leaf_type(inner):
            yield name
        elif "Node" in [each.name for each in inner.interfaces]:
            yield f"{name} {{ id }}"
        else:
            yield f"{name} {{ {' '.join(_parts(inner))} }}"


def plain(shown: dict[str, Any]) -> dict[str, Any]:
    """What was answered for a fact, under its own names; what was not said is left out."""
    named = {
        name: _plain(value)
        for name, value in shown.items()
        if not ("__typename" in shown and name in NOT_SAID)
    }
    return {name: value for name, value in named.items() if _says(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    return value["id"] if [*value] == ["id"] else plain(value)


def said(fact: Fact) -> dict[str, Any]:
    """The same of a fact as it is read from the log."""
    return _said({each.name: getattr(fact, each.name) for each in fields(fact)})


def _said(values: dict[str, Any]) -> dict[str, Any]:
    shown = {
        _name(name): _value(value)
        for name, value in values.items()
        if name not in ("chain", "digest", "email")
    }
    return {name: value for name, value in shown.items() if _says(value)}


def of_what_is_left(said: dict[str, Any], shown: dict[str, Any]) -> dict[str, Any]:
    """What was said without nouns of which nothing is left but their ids."""
    ids = {f"{name}Id": value for name, value in said.items() if name in END}
    return {
        name: value
        for name, value in (said | ids).items()
        if name in shown or name not in (*END, "milestonesDone", "milestonesUndone")
    }


def _name(name: str) -> str:
    if name == "token_id":
        return "tokenId"
    bare = name.removesuffix("_id").removesuffix("_")
    return to_camel_case(plural(bare.removesuffix("_ids")) if bare.endswith("_ids") else bare)


def _value(value: Any) -> Any:
    if value is ABSENT:
        return None
    if isinstance(value, list):
        return [_value(each) for each in value]
    if isinstance(value, dict):
        return _said(value)
    if hasattr(value, "__dataclass_fields__"):
        return _said(vars(value))
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    told = msgspec.to_builtins(value)
    is_number = type(value).__name__ == "Decimal"
    return decimal_text(value) if is_number else told


def _says(value: Any) -> bool:
    return value not in (None, [], {})
