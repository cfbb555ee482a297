"""The text of read statements, put together from named pieces; user values are always parameters.

$1 is the organization, $2 the viewer, $3 the keys; what follows is numbered as it is added.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from server.reads.facts import INSPECTED as INSPECTED_FACTS
from server.reads.facts import OF_FACTS
from server.reads.shapes import (
    BY_ID,
    BY_KEYS,
    BY_VIEWER,
    INSPECTED,
    SAID,
    SEEN_BY,
    Lacks,
    Match,
    Relation,
    Such,
    Window,
)

ROWS = """\
select v.*
from {source} v
where v.org_id = $1 and v.{on} = any ($3) and {conditions}
order by v.{order}"""

PAGE = """\
select w.*
from unnest($3::uuid[]) k (key)
cross join lateral (
  select v.*
  from {source} v
  where v.org_id = $1 and v.{on} = k.key and {conditions}
  order by v.{order} {direction}
  limit {limit}::int
) w
order by w.{order}"""

COUNT = """\
select v.{on} as key, count(*)::int as total
from {source} v
where v.org_id = $1 and v.{on} = any ($3) and {conditions}
group by v.{on}"""


SEES = """\
({alias}.{visibility} = 'ORGANIZATION'
  and (select true from open_today({alias}.org_id, {alias}.{objective})) is true
  or participates({alias}.org_id, {alias}.{objective}, $2))"""
# What `sees` says, spelled out: in the past PostgreSQL would call that for each row.

SEES_SAID = """\
sees({alias}.org_id, $2, {alias}.{objective}, shown_to(
  {alias}.org_id, {alias}.{objective}, {alias}.{visibility}, {alias}.created_position
))"""

LEARNED = """\
({alias}.type not in ({kinds}) or inspects({alias}.org_id, $2)) and coalesce((
  select bool_and(sees(f.org_id, $2, f.objective_id, f.visibility))
  from veiled_fact f
  where f.org_id = {alias}.org_id and f.position = {alias}.position
), true)"""
# With `not exists` the planner would ask who takes part before it knows what is private.

LACKS = "not exists (select from {view} l where l.org_id = v.org_id and {conditions}) = {value}"

SUCH = {
    "about": "v.position in (select m.from_position from mentions m "
    "where m.org_id = v.org_id and m.id = {value})",
    "of a kind": "v.type = {value}",
    "of kinds": "v.type = any ({value})",
    "from": "v.position > position_at($1, {value})",
    "until": "v.position <= position_at($1, {value})",
}
"""What filters say of facts."""


BY_EVERYBODY = "$2::uuid is not null"


class Parameters(list[Any]):
    """Values beyond the first three, each added under the next number."""

    def add(self, value: Any) -> str:
        """Take a value in; answers its placeholder."""
        self.append(value)
        return f"${len(self) + 3}"


def seen(view: str, alias: str = "v") -> str:
    """The predicate on every read: what belongs to a private objective is its participants'."""
    if view in INSPECTED:
        return f"inspects({alias}.org_id, $2)"
    if view in OF_FACTS:
        return learned(alias)
    form = SEES_SAID if view in SAID else SEES
    conditions = [
        form.format(alias=alias, objective=objective, visibility=visibility)
        for objective, visibility in SEEN_BY[view]
    ]
    return " and ".join(conditions) or BY_EVERYBODY


def learned(alias: str) -> str:
    """The predicate on every read of facts."""
    kinds = ", ".join(map(literal, INSPECTED_FACTS))
    return LEARNED.format(alias=alias, kinds=kinds)


def hung(relation: Relation, key: str, *, on_row: bool) -> list[str]:
    """What is true of rows that hang on a key; what a row leads to within its objective is seen."""
    hangs = f"v.org_id = $1 and v.{relation.on} = {key}"
    if _by_id(relation):
        hangs = "v.id is not null"
    who = seen(relation.view)
    asked = who != BY_EVERYBODY and not (on_row and relation.within)
    return [hangs, who] if asked else [hangs]


def rows(relation: Relation, matches: tuple[Match, ...], parameters: Parameters) -> str:
    """All rows of a relation for many keys at once."""
    return _filled(ROWS, relation, matching(matches, parameters.add), parameters)


def page(
    relation: Relation, window: Window, matches: tuple[Match, ...], parameters: Parameters
) -> str:
    """A window of a relation for each of many keys, and one row more, to tell if there are more."""
    conditions = matching(matches, parameters.add)
    if window.after is not None:
        conditions.append(f"v.{relation.order} > {parameters.add(window.after)}")
    if window.before is not None:
        conditions.append(f"v.{relation.order} < {parameters.add(window.before)}")
    return _filled(
        PAGE,
        relation,
        conditions,
        parameters,
        direction="desc" if window.backward else "asc",
        limit=parameters.add(window.limit + 1),
    )


def count(relation: Relation, matches: tuple[Match, ...], parameters: Parameters) -> str:
    """How many rows a relation has for each of many keys."""
    return _filled(COUNT, relation, matching(matches, parameters.add), parameters)


def _filled(
    text: str, relation: Relation, conditions: list[str], parameters: Parameters, **more: str
) -> str:
    """A statement about a relation; what is filled in are names of ours and placeholders."""
    given = [parameters.add(each) for each in relation.given]
    if relation.day is not None:
        # As text, because asyncpg takes the first and the last date of Python for infinity.
        given.append(f"{parameters.add(relation.day.isoformat())}::text::date")
    return text.format(
        source=source(relation, "$3", given),
        on=relation.on,
        order=relation.order,
        conditions=" and ".join([seen(relation.view), *conditions]),
        **more,
    )


def source(relation: Relation, keys: str, given: list[str]) -> str:
    """The view, or the function of the viewer, the keys and what is given that is read like one."""
    taken = ["$1", "$2"] if relation.view in BY_VIEWER else []
    if relation.view in BY_KEYS:
        taken.append(keys)
    taken += given
    return f"{relation.view}({', '.join(taken)})" if taken else relation.view


def source_of_one(relation: Relation, key: str, given: list[str]) -> str:
    """The same for a single key; what is found by its id need not be looked for."""
    if _by_id(relation):
        return f"{BY_ID[relation.view]}($1, {key})"
    return source(relation, f"array[{key}]", given)


def _by_id(relation: Relation) -> bool:
    return relation.on == "id" and relation.view in BY_ID


def matching(matches: tuple[Match, ...], add: Callable[[Any], str]) -> list[str]:
    """What has to be true of the row ``v``; ``add`` takes each value in, in the order of values."""
    return [_match(each, add) for each in matches]


def _match(match: Match, add: Callable[[Any], str]) -> str:
    if isinstance(match, Such):
        return SUCH[match.name].format(value=add(match.value))
    if not isinstance(match, Lacks):
        return f"v.{match.column} = {add(match.value)}"
    value = add(match.value)
    among = [f"l.{each.column} = {add(each.value)}" for each in match.among]
    conditions = " and ".join([f"l.{match.column} = v.id", seen(match.view, "l"), *among])
    return LACKS.format(view=match.view, conditions=conditions, value=value)


def literal(value: Any) -> str:
    """A value of our own, never one that a user gave."""
    if value is None or isinstance(value, (bool, int, Decimal)):
        return "null" if value is None else str(value).lower()
    if isinstance(value, (list, tuple)):
        return "'[]'::json"
    return "'" + str(value).replace("'", "''") + "'"
