"""The columns of the state as the database knows them."""

from typing import NamedTuple

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
