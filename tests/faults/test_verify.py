"""Whatever is done to an export is found, at the first thing that does not fit."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.audit.export import lines
from server.audit.lines import DoesNotVerify
from server.audit.verify import verify
from server.commands import Handler
from server.database import Database
from tests.samples import Organization

Fact = dict[str, Any]

ANYTHING = st.recursive(
    st.none() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


@pytest.fixture(scope="module")
async def exported(handler: Handler, database: Database) -> list[str]:
    """The log of an organization in which something was reported."""
    organization = await Organization.begin(handler)
    await organization.check_in(await organization.key_result(), 12, note="As planned.")
    return [line async for line in lines(database, organization.id)]


@pytest.fixture(scope="module")
async def foreign(handler: Handler, database: Database) -> str:
    """The fourth fact of another one."""
    organization = await Organization.begin(handler)
    await organization.cycle()
    return [line async for line in lines(database, organization.id)][3]


def found(text: list[str]) -> str:
    """What is told of it."""
    with pytest.raises(DoesNotVerify) as told:
        verify(text)
    return str(told.value)


def in_the_last(exported: list[str], change: Callable[[Fact], None]) -> list[str]:
    """The same export, something changed in its last fact, the check-in."""
    *before, last = exported
    fact: Fact = json.loads(last)
    change(fact)
    return [*before, json.dumps(fact)]


def a_higher_value(fact: Fact) -> None:
    fact["body"] = fact["body"].replace('"12"', '"13"')


def a_higher_value_and_its_digest(fact: Fact) -> None:
    a_higher_value(fact)
    fact["bodyDigest"] = hashlib.sha256(fact["body"].encode()).hexdigest()


def a_higher_value_said_to_be_withheld(fact: Fact) -> None:
    a_higher_value(fact)
    fact["withheld"] = True


def another_time(fact: Fact) -> None:
    fact["recordedAt"] = "2020" + fact["recordedAt"][4:]


def another_text(fact: Fact) -> None:
    fact["private"]["note"]["value"] = "Better than planned."


def a_text_left_out(fact: Fact) -> None:
    del fact["private"]["note"]


def a_part_left_out(fact: Fact) -> None:
    del fact["actorId"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (a_higher_value, "the body is not the one that was recorded"),
        (a_higher_value_and_its_digest, "the header is not the one that was recorded"),
        (a_higher_value_said_to_be_withheld, "it is withheld, and yet there are words"),
        (another_time, "the header is not the one that was recorded"),
        (another_text, "note is not the text that was recorded"),
        (a_text_left_out, "private fields are missing or added"),
    ],
)
def test_a_changed_fact_is_found(
    exported: list[str], change: Callable[[Fact], None], told: str
) -> None:
    assert found(in_the_last(exported, change)) == f"position {len(exported)}: {told}"


def test_a_part_that_is_missing_is_named(exported: list[str]) -> None:
    text = in_the_last(exported, a_part_left_out)
    told = "this is no fact of an export: Object missing required field `actorId`"
    assert found(text) == f"line {len(exported)}: {told}"


def test_a_redacted_text_is_no_fault(exported: list[str]) -> None:
    text = in_the_last(exported, lambda fact: fact["private"].update(note=None))
    assert verify(text).last == len(exported)


def test_a_line_that_was_left_out_moved_or_put_in_is_found(
    exported: list[str], foreign: str
) -> None:
    one, two, three, four, *rest = exported
    assert found([one, two, four, *rest]) == "position 4: position 3 should stand here"
    assert found([one, two, four, three, *rest]) == "position 4: position 3 should stand here"
    assert found([one, two, three, three, four]) == "position 3: position 4 should stand here"
    assert found([one, two, three, foreign]) == "position 4: it belongs to another organization"


@pytest.mark.parametrize("line", ["", "{", "null and void", "[" * 100_000])
def test_what_is_no_json_is_found_by_its_line(exported: list[str], line: str) -> None:
    assert found([*exported[:2], line, *exported[2:]]) == "line 3: this is no JSON"


@given(data=st.data(), value=ANYTHING)
def test_whatever_stands_in_place_of_a_part_is_found(
    exported: list[str], data: st.DataObject, value: object
) -> None:
    number = data.draw(st.integers(0, len(exported) - 1))
    fact: Fact = json.loads(exported[number])
    part = data.draw(st.sampled_from(sorted(fact)))
    if value == fact[part]:
        return
    fact[part] = value
    found([*exported[:number], json.dumps(fact), *exported[number + 1 :]])


@given(line=ANYTHING.map(json.dumps) | st.text())
def test_a_line_of_anything_is_found(exported: list[str], line: str) -> None:
    found([exported[0], line])
