"""Values that nobody means: for every place of an input now something that fits, now anything."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
)
from hypothesis import strategies as st

Ids = Mapping[str, Sequence[str]]
Strategy = st.SearchStrategy[Any]

EDGES = [0, -1, 1, 2**31 - 1, 2**31, -(2**31) - 1, 2**53 + 1, 2**63, 10**38, -(10**400)]
LETTERS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=st.characters(categories=("Cs", "Cc", "Cf", "Co", "Zl")), max_size=10),
    st.sampled_from(
        [
            "",
            "\0",
            "\ud800",
            "\u202eesrever",
            "a\u0300" * 3_000,
            "x" * 10_001,
            "'; drop table log.event; --",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "NaN",
            "1e400",
            "\ufeff",
            "\U0001d54f" * 500,
        ]
    ),
)


def deep(levels: int, inside: Any) -> Any:
    """A value within lists and objects, many levels down."""
    for number in range(levels):
        inside = [inside] if number % 2 else {"a": inside}
    return inside


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(EDGES),
    st.floats(),
    LETTERS,
    st.just([]),
    st.just({}),
    st.builds(deep, st.sampled_from([2, 60, 400]), LETTERS),
    st.lists(LETTERS, max_size=120),
    st.dictionaries(LETTERS, LETTERS, max_size=3),
)
FITTING: Mapping[str, Strategy] = {
    "String": st.one_of(st.just("Words"), LETTERS),
    "Decimal": st.one_of(
        st.sampled_from(["0", "-0", "1", "0.5", "-1", "9" * 38, "0.000000000001"]),
        st.decimals(allow_nan=False, allow_infinity=False).map(lambda each: format(each, "f")),
    ),
    "Date": st.one_of(st.dates().map(str), st.sampled_from(["2026-10-01", "2026-12-31"])),
    "DateTime": st.datetimes().map(lambda each: f"{each.isoformat()}Z"),
    "Int": st.one_of(st.integers(-3, 200), st.sampled_from(EDGES)),
    "Boolean": st.booleans(),
    "Cursor": st.sampled_from(["0", f"1.1.{'0' * 16}", "1.999999999999999999.ffffffffffffffff"]),
    "Position": st.sampled_from([0, 1, 2**63 - 2, 2**63]),
}


def said(kind: GraphQLInputType, ids: Ids, name: str = "") -> Strategy:
    """Mostly what fits the type: ids of things of any kind, words at every edge."""
    fitting = _fitting(kind, ids, name)
    return st.integers(0, 39).flatmap(lambda dice: ANYTHING if dice == 0 else fitting)


def _fitting(kind: Any, ids: Ids, name: str) -> Strategy:
    match kind:
        case GraphQLNonNull():
            return _fitting(kind.of_type, ids, name)
        case GraphQLList():
            return st.lists(said(kind.of_type, ids, name), min_size=1, max_size=3)
        case GraphQLEnumType():
            return st.sampled_from(sorted(kind.values))
        case GraphQLInputObjectType():
            return _object(kind, ids)
    return _named(ids, name) if kind.name == "ID" else FITTING[kind.name]


def _named(ids: Ids, name: str) -> Strategy:
    """Most often of the kind that a field like `ownerTeamId` wants."""
    wanted = [each for kind in ids if f"{kind}Id".lower() in name.lower() for each in ids[kind]]
    others = [*(each for kind in ids.values() for each in kind), "", "x", "0" * 36, "\ud800"]
    every = st.sampled_from(others)
    return st.one_of(*[st.sampled_from(wanted)] * 3, every) if wanted else every


def _object(kind: GraphQLInputObjectType, ids: Ids) -> Strategy:
    fields = {name: said(field.type, ids, name) for name, field in kind.fields.items()}
    needed = {name for name, field in kind.fields.items() if isinstance(field.type, GraphQLNonNull)}
    if kind.is_one_of:
        return st.one_of(*(st.fixed_dictionaries({name: fields[name]}) for name in fields))
    return st.fixed_dictionaries(
        {name: each for name, each in fields.items() if name in needed},
        optional={name: each for name, each in fields.items() if name not in needed},
    )
