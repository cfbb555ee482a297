"""The text of read statements, put together from named pieces; user values are always parameters.

$1 is the organization, $2 the viewer, $3 the keys; what follows is numbered as it is added.
"""

from typing import Any

from server.reads.shapes import SEEN_BY, Match, Relation, Window


class Parameters(list[Any]):
    """Values beyond the first three, each added under the next number."""

    def add(self, value: Any) -> str:
        """Take a value in; answers its placeholder."""
        self.append(value)
        return f"${len(self) + 3}"


def seen(view: str, alias: str) -> str:
    """The predicate that stands on every read: what belongs to a private objective is its participants'."""
    conditions = [
        f"sees({alias}.org_id, $2, {alias}.{objective}, {alias}.{visibility})"
        for objective, visibility in SEEN_BY[view]
    ]
    return " and ".join(conditions) or "$2::uuid is not null"


def rows(relation: Relation) -> str:
    """All rows of a relation for many keys at once."""
    return (
        f"select v.* from {relation.view} v "
        f"where v.org_id = $1 and v.{relation.on} = any ($3) and {seen(relation.view, 'v')}{_fixed(relation)} "
        f"order by v.{relation.order}"
    )


def page(
    relation: Relation, window: Window, matches: tuple[Match, ...], parameters: Parameters
) -> str:
    """One window of a relation for each of many keys; one row more than asked for tells whether there are more."""
    conditions = [seen(relation.view, "v"), *_matching(matches, parameters)]
    if window.after is not None:
        conditions.append(f"v.{relation.order} > {parameters.add(window.after)}")
    if window.before is not None:
        conditions.append(f"v.{relation.order} < {parameters.add(window.before)}")
    direction = "desc" if window.backward else "asc"
    return (
        f"select w.* from unnest($3::uuid[]) k (key) cross join lateral ("
        f"select v.* from {relation.view} v "
        f"where v.org_id = $1 and v.{relation.on} = k.key and {' and '.join(conditions)}{_fixed(relation)} "
        f"order by v.{relation.order} {direction} limit {parameters.add(window.limit + 1)}::int"
        f") w order by w.{relation.order}"
    )


def count(relation: Relation, matches: tuple[Match, ...], parameters: Parameters) -> str:
    """How many rows a relation has for each of many keys."""
    conditions = [seen(relation.view, "v"), *_matching(matches, parameters)]
    return (
        f"select v.{relation.on} as key, count(*)::int as total from {relation.view} v "
        f"where v.org_id = $1 and v.{relation.on} = any ($3) and {' and '.join(conditions)}{_fixed(relation)} "
        f"group by v.{relation.on}"
    )


def _fixed(relation: Relation) -> str:
    return f" and v.{relation.where}" if relation.where else ""


def _matching(matches: tuple[Match, ...], parameters: Parameters) -> list[str]:
    return [f"v.{match.column} = {parameters.add(match.value)}" for match in matches]
