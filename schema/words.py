"""Scalars and closed word lists, as the graph writes them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NewType
from uuid import UUID

import strawberry
from graphql import (
    GraphQLError,
    GraphQLNamedType,
    GraphQLScalarType,
    ValueNode,
    value_from_ast_untyped,
)
from strawberry.types.scalar import ScalarDefinition

from server.cursors import BEGINNING, NotACursor
from server.cursors import Cursor as Place
from server.ids import as_id

Position = NewType("Position", int)
Cursor = NewType("Cursor", str)

DECIMAL = re.compile(r"-?(\d+)(?:\.(\d+))?")
DIGITS, PLACES = 38, 12
INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)")
FARTHEST = 2**63 - 1


def decimal_text(value: Decimal) -> str:
    """A number written plainly: no exponent, no trailing zeros, no negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def parse_decimal(value: object) -> Decimal:
    """An exact number from a string or an Int literal; anything else is refused."""
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    match = DECIMAL.fullmatch(text) if text.isascii() else None
    if match is None:
        raise GraphQLError('A Decimal is written "12.50": digits, a point, digits.')
    whole, places = match[1].lstrip("0"), (match[2] or "").rstrip("0")
    if len(places) > PLACES or len(whole) + len(places) > DIGITS:
        raise GraphQLError(
            f"A Decimal has at most {DIGITS} digits, {PLACES} of them after the point."
        )
    return Decimal(decimal_text(Decimal(text)))


def parse_date(value: object) -> date:
    """A day of the calendar."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError('A Date is a day of the calendar, written "2026-11-21".')


def instant(value: datetime) -> str:
    """A moment in UTC with microseconds."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_instant(value: object) -> datetime:
    """A moment with its distance from UTC."""
    if isinstance(value, str) and INSTANT.fullmatch(value):
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise GraphQLError('A DateTime is a moment, written "2026-11-21T10:00:00.000000Z".')


def parse_position(value: object) -> int:
    """A place in a log."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < FARTHEST:
        return value
    raise GraphQLError("A Position is a whole number from 0 on.")


def parse_cursor(value: object) -> str:
    """Where a reader of the log stands; whether this log has that place is asked later."""
    if value == BEGINNING:
        return BEGINNING
    try:
        Place.said(str(value))
    except NotACursor as error:
        raise GraphQLError(str(error)) from error
    return str(value)


def parse_id(value: object) -> UUID:
    """What names a thing; any text is taken, and what is no id of ours names nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise GraphQLError("An ID is a string.")
    return as_id(str(value))


def _literally(parse: Callable[[object], Any]) -> Callable[..., Any]:
    """The same for a value that stands in the document; what is wrong with it tells where."""

    def parse_literal(node: ValueNode, variables: dict[str, Any] | None = None) -> Any:
        try:
            return parse(value_from_ast_untyped(node, variables))
        except GraphQLError as error:
            raise GraphQLError(error.message, node) from error

    return parse_literal


class UuidAsId(GraphQLScalarType):
    """GraphQL's own ID, carrying UUIDs inside: the standard one carries text alone."""

    reserved_types: Mapping[str, GraphQLNamedType] = {}


SCALARS: dict[object, ScalarDefinition] = {
    Decimal: strawberry.scalar(
        name="Decimal",
        description='Exact decimal number as a string: "12.50". Never a float; at most 38 digits, '
        "12 of them after the point.",
        serialize=decimal_text,
        parse_value=parse_decimal,
        parse_literal=_literally(parse_decimal),
    ),
    date: strawberry.scalar(
        name="Date",
        description="Calendar day, 2026-11-21.",
        serialize=date.isoformat,
        parse_value=parse_date,
        parse_literal=_literally(parse_date),
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="Instant, RFC 3339 in UTC with microseconds.",
        serialize=instant,
        parse_value=parse_instant,
        parse_literal=_literally(parse_instant),
    ),
    Position: strawberry.scalar(
        name="Position",
        description="Place in an organization's log: 1, 2, 3 … without gaps. A JSON number.",
        serialize=int,
        parse_value=parse_position,
        parse_literal=_literally(parse_position),
    ),
    Cursor: strawberry.scalar(
        name="Cursor",
        description='Where a reader of the log stands, as it came with a fact; "0" stands before '
        "the first one. Opaque.",
        serialize=str,
        parse_value=parse_cursor,
        parse_literal=_literally(parse_cursor),
    ),
    UUID: replace(
        strawberry.scalar(name="ID", serialize=str, parse_value=parse_id),
        implementation=UuidAsId(
            "ID",
            description="Names a thing for good; opaque.",
            serialize=str,
            parse_value=parse_id,
            parse_literal=_literally(parse_id),
        ),
    ),
}
