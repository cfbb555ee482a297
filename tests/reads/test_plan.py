"""A plan is what an operation selects, however the operation says it."""

from typing import Any

import pytest
from graphql import parse

from server.reads.plan import Selection, TooWide, switches
from tests.reads.planning import multiplied, planned


def keys(selection: Selection) -> dict[str, Any]:
    """What is selected, by key; of what may be of several types, what is selected of each."""
    return {
        each.key: {kind: keys(inside) for kind, inside in each.inside.items() if inside}
        for each in selection
    }


def roots(document: str, **variables: Any) -> dict[str, Any]:
    return keys(planned(document, **variables)[0].roots)


def of_person(shows: str, more: str = "", **variables: Any) -> list[str]:
    """The keys of a person, in their order."""
    found = roots(f"query Asked {shows} {more}", **variables)
    return [*found["viewer"]["Viewer"]["person"]["Person"]]


def test_fields_under_one_key_are_merged_where_the_first_stands() -> None:
    assert roots("{ viewer { person { id } } organization { id } viewer { person { name } } }") == {
        "viewer": {"Viewer": {"person": {"Person": {"id": {}, "name": {}}}}},
        "organization": {"Organization": {"id": {}}},
    }


def test_fragments_are_spread_where_they_stand() -> None:
    shows = "{ viewer { person { id ...F ... { active } ... on Node { id } version } } }"

    assert of_person(shows, "fragment F on Person { name id }") == [
        "id",
        "name",
        "active",
        "version",
    ]


def test_a_fragment_says_nothing_about_other_types() -> None:
    shows = "id ... on Team { kind } ... on Person { name } ... on Node { __typename }"
    [found] = roots(f"{{ node(id: 1) {{ {shows} }} }}").values()

    assert [*found["Team"]] == ["id", "kind", "__typename"]
    assert [*found["Person"]] == ["id", "name", "__typename"]
    assert [*found["Review"]] == ["id", "__typename"]


@pytest.mark.parametrize(
    ("directive", "there"),
    [
        ("@skip(if: true)", False),
        ("@skip(if: false)", True),
        ("@include(if: true)", True),
        ("@include(if: false)", False),
        ("@skip(if: $no) @include(if: $yes)", True),
        ("@skip(if: $yes) @include(if: $yes)", False),
        ("@skip(if: $no) @include(if: $no)", False),
    ],
)
@pytest.mark.parametrize("shown", ["name {}", "...F {}", "... {} {{ name }}"])
def test_directives_are_carried_out(directive: str, there: bool, shown: str) -> None:
    asked = "($yes: Boolean! = true, $no: Boolean!)"
    part = f"viewer {{ person {{ id {shown.format(directive)} }} }}"
    rest = "fragment F on Person { name }" if "F" in shown else ""
    used = "viewer { id: __typename @skip(if: $yes) @include(if: $no) }"

    found = of_person(f"{asked} {{ {part} {used} }}", rest, no=False)

    assert found == ["id", "name"] if there else ["id"]


def test_a_fragment_that_was_skipped_can_still_be_spread() -> None:
    shows = "{ viewer { person { ...F @skip(if: true) ...F id } } }"

    assert of_person(shows, "fragment F on Person { name }") == ["name", "id"]


def test_what_is_skipped_altogether_leaves_an_empty_selection() -> None:
    assert planned("{ viewer @skip(if: true) { permissions } }")[0].roots == ()


def test_variables_that_decide_what_is_selected_are_known() -> None:
    document = """
      query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: ID!) {
        node(id: $d) @skip(if: $a) { id ... @include(if: $b) { __typename } ...F } }
      fragment F on Node { id @include(if: $c) }"""

    assert switches(parse(document)) == {"a", "b", "c"}


@pytest.mark.parametrize("letters", [63, 64])
def test_a_key_that_the_database_would_cut_is_left_to_graphql_core(letters: int) -> None:
    plan, _ = planned(f"{{ organization {{ {'x' * letters}: id }} }}")

    assert plan.whole == (letters == 63)


@pytest.mark.parametrize("asked", ["__schema { description }", '__type(name: "Node") { name }'])
def test_how_the_schema_is_made_is_left_to_graphql_core(asked: str) -> None:
    assert not planned(f"{{ organization {{ id }} {asked} }}")[0].whole


def test_what_fragments_multiply_is_left_to_graphql_core() -> None:
    assert planned(multiplied(2))[0].whole
    assert not planned(multiplied(3))[0].whole


def test_what_fragments_multiply_endlessly_is_not_looked_through() -> None:
    with pytest.raises(TooWide):
        planned(multiplied(7))
