"""The text of a statement: what users say is no part of it."""

import re
from typing import Any
from uuid import uuid4

import pytest

from schema.node import VIEWS
from server.reads.compose import Composer
from server.reads.composing import FIXED
from tests.reads.planning import planned

ASKED = """
  query ($id: ID!, $after: String, $first: Int, $key: String!, $state: ObjectiveState) {
    node(id: $id) {
      ... on Objective { o: title comments(after: $after) { nodes { id } totalCount } }
    }
    organization {
      cycle(key: $key) { id }
      objectives(first: $first, after: $after, filter: {state: $state}) { nodes { id } }
    }
  }"""
BY_DEFAULT = "50"
SAID = {"id": str(uuid4()), "after": "4711", "first": 91, "key": "'; --", "state": "ACTIVE"}


def composed(**said: Any) -> tuple[str, list[Any]]:
    """The text, and the values beyond the first three in the order of their placeholders."""
    plan, variables = planned(ASKED, **said)
    asked = {
        number: plan.sources[number].asked(arguments.said(variables))
        for number, arguments in plan.arguments.items()
    }
    composer = Composer(asked=asked, views=VIEWS)
    text = composer.statement(plan.kind, plan.roots)
    return text, [asked[number].values()[place] for number, place in composer.slots]


def test_what_is_said_is_a_parameter_and_never_in_the_text() -> None:
    text, values = composed(**SAID)

    assert {str(each) for each in values} == {*map(str, SAID.values()), BY_DEFAULT}
    assert not [said for said in map(str, SAID.values()) if said in text]


def test_each_value_has_a_placeholder_and_each_placeholder_a_value() -> None:
    text, values = composed(**SAID)

    used = {int(number) for number in re.findall(r"\$(\d+)", text)}
    assert used | {FIXED} == set(range(1, FIXED + len(values) + 1))


@pytest.mark.parametrize(
    "other", [{"after": "1"}, {"first": 0}, {"id": "x"}, {"key": ""}, {"state": "DRAFT"}]
)
def test_other_values_have_the_same_text(other: dict[str, Any]) -> None:
    assert composed(**SAID | other)[0] == composed(**SAID)[0]


@pytest.mark.parametrize("other", [{"after": None}, {"state": None}])
def test_what_is_not_said_is_not_in_the_text(other: dict[str, Any]) -> None:
    assert len(composed(**SAID | other)[0]) < len(composed(**SAID)[0])
