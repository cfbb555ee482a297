"""The pieces of SQL that a statement is put together from; what is filled in is text of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.reads.facts import HEADER, OF_FACTS
from server.reads.shapes import Window

STATEMENT = """\
select {value}::text as answer
from (select $1::uuid as org_id, $2::uuid as viewer_id, $3::text[] as permissions) root"""

ASKER = "select a.* from asker($1, $2, $3) a"

# What is read after it reads as of the position that it sets.
ASKER_THEN = """\
select a.*, set_config('okrlog.as_of', m.position::text, true)
from asker($1, $2, $3) a
cross join lateral (
  select coalesce({position}::bigint, position_at($1, {time}::timestamptz)) as position offset 0
) m
where m.position between 0 and a.position"""

WITH_ASKER = """\
with asker as materialized ({asker})
select root.state_version, root.epoch, root.position, root.chain, root.time_zone, root.permissions,
  {value}::text as answer
from (select $1::uuid as org_id, $2::uuid as viewer_id, a.* from asker a) root"""
"""Of somebody whom the log does not know nothing is answered."""

WITH_EYES = """\
with eyes as materialized ({eyes})
select root.permissions, root.private_objectives, {value}::text as answer
from (select $1::uuid as org_id, $2::uuid as viewer_id, e.* from eyes e) root"""
"""The answer, and with which eyes it was seen at that very moment."""

OBJECT = '(select row_to_json("o.") from (select {columns}) "o.")'
"""Its row has a name that no alias of GraphQL can be: it would mean the column of that name."""

MANY_OF_KINDS = """\
(select coalesce(json_agg({value} order by {alias}.{order}), '[]') from (
  select v.* from {source} v where {conditions} order by v.{order} {direction} limit {limit}
) {alias})"""

VALUE = """\
(select {value} from (
  select v.* from {source} v where {conditions}{first}
) {alias})"""

# The row itself is made into JSON: an object for each row would be a subselect of its own.
ONE = """\
(select row_to_json("o.") from (select {value} from (
  select v.* from {source} v where {conditions}{first}
) {alias}) "o.")"""

FIRST = " order by v.{order} limit 1"
"""Not asked where the key is an id, of which there is one: it would take as long as the row."""

MANY = """\
(select coalesce(json_agg("o."), '[]') from (select {value} from (
  select v.* from {source} v where {conditions} order by v.{order} {direction} limit {limit}
) {alias} order by {alias}.{order}) "o.")"""

HAPPENED = "{place} as position, {cursor} as cursor, {value} as answer"

LISTED = """\
(select coalesce(json_agg({value} order by k.place), '[]')
from unnest({ids}) with ordinality k (id, place)
join {view} {alias} on {alias}.org_id = $1 and {alias}.id = k.id and {seen})"""

EACH = """\
(select coalesce(json_agg({value} order by {alias}.place), '[]')
from unnest({ids}) with ordinality {alias} (id, place))"""

ANYTHING = "(select case n.kind {ways} end from node n where n.org_id = $1 and n.id = {key})"

NAMED = "v.org_id = $1 and v.id = n.id and {seen}"

STORED = """\
(select {value} from (select {column} as value) {alias}
where jsonb_typeof({alias}.value) = 'object')"""

STORED_THERE = """\
(select {value} from (
  select v.{column} as value from {source} v where {conditions} order by v.{order} limit 1
) {alias} where jsonb_typeof({alias}.value) = 'object')"""

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
({first} filter (where w.nth <= {limit})){item} as start_cursor,
({last} filter (where w.nth <= {limit})){item} as end_cursor"""

BY_PLACE = {"first": "min(w.place)", "last": "max(w.place)", "item": "::text"}
BY_CURSOR = {
    "first": "array_agg(w.cursor order by w.place)",
    "last": "array_agg(w.cursor order by w.place desc)",
    "item": "[1]",
}

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

    ``made`` are columns that stand for something else, as a cursor does. Where rows are of several
    types of the graph, ``kind`` is the column that names it.
    """

    alias: str
    stored: bool = False
    kind: str = ""
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

    def ids(self, name: str) -> str:
        """A column that lists ids."""
        if not self.stored:
            return self.column(name)
        return f"array(select jsonb_array_elements_text({self.alias}.value -> '{name}'))::uuid[]"


def row_of(view: str, alias: str) -> Row:
    """A row of a view under an alias; what a fact says stands in one column, its header beside."""
    if view not in OF_FACTS:
        return Row(alias=alias)
    made = {name: f'{alias}."{name}"' for name in HEADER}
    return Row(alias=alias, stored=True, kind=f'{alias}."type"', made=made)


def bounds(window: Window, page: str) -> Row:
    """Where a window lies in the whole list, as a row."""
    made = {
        "has_next_page": _either(window.before is not None, not window.backward, page),
        "has_previous_page": _either(window.after is not None, window.backward, page),
        "start_cursor": f"{page}.start_cursor",
        "end_cursor": f"{page}.end_cursor",
    }
    return Row(alias=page, made=made)


def _either(beyond: bool, towards: bool, page: str) -> str:  # noqa: FBT001 - called here alone
    """Whether there is more on a side: the window ends before the list, or was left unfilled."""
    return "true" if beyond else f"{page}.more" if towards else "false"
