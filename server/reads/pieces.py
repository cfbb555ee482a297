"""The pieces of SQL that a statement is put together from; what is filled in is text of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STATEMENT = """\
select {value}::text as answer
from (select $1::uuid as org_id, $2::uuid as viewer_id, $3::text[] as permissions) root"""

OBJECT = '(select row_to_json("o.") from (select {columns}) "o.")'
"""Its row has a name that no alias of GraphQL can be: it would mean the column of that name."""

ONE = """\
(select {value} from (
  select v.* from {source} v where {conditions} order by v.{order} limit 1
) {alias})"""

MANY = """\
(select coalesce(json_agg({value}), '[]') from (
  select v.* from {source} v where {conditions} order by v.{order} limit {most}
) {alias})"""
# What is gathered comes in the order of what is cut; sorted twice, a page takes a tenth longer.

LISTED = """\
(select coalesce(json_agg({value} order by k.place), '[]')
from unnest({ids}) with ordinality k (id, place)
join {view} {alias} on {alias}.org_id = $1 and {alias}.id = k.id and {seen})"""

EACH = """\
(select coalesce(json_agg({value} order by {alias}.place), '[]')
from unnest({ids}) with ordinality {alias} (id, place))"""

ANYTHING = "(select case n.kind {ways} end from node n where n.org_id = $1 and n.id = {key})"

NAMED = "v.org_id = $1 and v.id = n.id and {seen}"

HUNG = "v.org_id = $1 and v.{on} = {key}"

STORED = """\
(select {value} from (select {column} as value) {alias}
where jsonb_typeof({alias}.value) = 'object')"""

STORED_LIST = """\
(select coalesce(json_agg({value} order by {alias}.place), '[]')
from jsonb_array_elements({column}) with ordinality {alias} (value, place))"""

PAGE = """\
(select {value} from (
  select {gathered} from (
    select {columns} from (
      select v.*, row_number() over (order by v.{order} {direction}) as nth
      from {source} v where {conditions} order by v.{order} {direction} limit {limit} + 1
    ) {alias}
  ) w
) {page})"""

GATHERED = (
    "coalesce(json_agg(w.{key} order by w.place) filter (where w.nth <= {limit}), '[]') as {key}"
)

MORE = """\
coalesce(max(w.nth) > {limit}, false) as more,
(min(w.place) filter (where w.nth <= {limit}))::text as start_cursor,
(max(w.place) filter (where w.nth <= {limit}))::text as end_cursor"""

COUNT = "(select count(*)::int from {source} v where {conditions})"

REQUIRED = "coalesce({value}, absent('{field}'))"

SHOWN = {
    "Decimal": "trim_scale({}::numeric)::text",
    "DateTime": """to_char({} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
}
"""How the values of a scalar are written, where JSON alone would write them otherwise."""

STORED_AS = {
    "Boolean": "boolean",
    "Date": "date",
    "DateTime": "timestamptz",
    "Decimal": "numeric",
    "ID": "uuid",
    "Int": "int",
    "Position": "bigint",
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a statement: under which alias its columns are found, and how.

    ``made`` are columns that stand for something else, as a cursor does.
    """

    alias: str
    stored: bool = False
    made: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str, kind: str = "String", *, listed: bool = False) -> str:
        """A column's value; of what is stored, as the type that the graph gives it."""
        if name in self.made:
            return self.made[name]
        if not self.stored:
            return f'{self.alias}."{name}"'
        if listed:
            return f"({self.alias}.value -> '{name}')"
        return f"({self.alias}.value ->> '{name}')::{STORED_AS.get(kind, 'text')}"
