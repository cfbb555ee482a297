"""The columns that the database has, and those that a value of a kind asks for."""

from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, NamedTuple, get_origin
from uuid import UUID

from server import hints

TYPES = {
    Decimal: "numeric",
    UUID: "uuid",
    bool: "boolean",
    date: "date",
    int: "integer",
    list: "jsonb",
    str: "text",
}
CATALOGUE = """
  select c.relname, a.attname, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
    and a.attnum > 0 and not a.attisdropped"""


class Column(NamedTuple):
    type: str
    nullable: bool


Catalogue = dict[str, dict[str, Column]]


def column_of(hint: Any) -> Column:
    """What keeps a value of this kind."""
    kinds = hints.alternatives(hint)
    kind = next(each for each in kinds if each is not NoneType)
    held = get_origin(kind) or kind
    mro: tuple[type, ...] = held.__mro__
    return Column(
        type=next(TYPES[each] for each in mro if each in TYPES), nullable=NoneType in kinds
    )
