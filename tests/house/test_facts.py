"""Facts are stored as canonical text and read back as they were; private text stands apart."""

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_origin, get_type_hints
from uuid import UUID

import msgspec
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from server import hints
from server.facts import Sealed, kinds, seal, unseal
from server.okr.events import Fact
from server.okr.terms import ABSENT, Absent, Private

SECRET = "psst"  # stands in every private text and nowhere else
OPEN_TEXT = st.text(alphabet="abc “é” 0\n")
PRIVATE_TEXT = st.text().map(lambda text: SECRET + text)
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: OPEN_TEXT,
    bool: st.booleans(),
    int: st.integers(-(2**31), 2**31 - 1),
    date: st.dates(),
    UUID: st.uuids(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=12),
    NoneType: st.none(),
    Absent: st.just(ABSENT),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Anything that a hint allows, private text with the secret in it."""
    return st.one_of(*(of_kind(kind, marks) for kind, marks in hints.parts(hint)))


def of_kind(kind: Any, marks: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if Private.TEXT in marks:
        return PRIVATE_TEXT if kind is str else st.none()
    if get_origin(kind) is list:
        return st.lists(values(hints.item(kind)), max_size=3)
    if is_dataclass(kind) and isinstance(kind, type):
        return st.builds(kind, **values_of(kind))
    return PLAIN[kind] if kind in PLAIN else st.sampled_from(list(kind))


def values_of(noun: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    told = get_type_hints(noun, include_extras=True)
    return {each.name: values(told[each.name]) for each in fields(noun) if each.name != "changes"}


def facts_of(kind: type[Fact]) -> st.SearchStrategy[Fact]:
    """Facts of a kind; what one changes is any part of the noun that it changes."""
    stated = values_of(kind)
    if kind.changed is not None:
        stated["changes"] = st.fixed_dictionaries({}, optional=values_of(kind.changed))
    return st.builds(kind, **stated)


def told(fact: Fact) -> Any:
    """Everything that a fact says, as JSON."""
    return msgspec.to_builtins({k: v for k, v in vars(fact).items() if v is not ABSENT})


def revealed(sealed: Sealed) -> dict[str, str]:
    return {path: value for path, (_, value) in sealed.private.items()}


Facts = st.SearchStrategy[Fact]

every_kind = pytest.mark.parametrize(
    "facts", [facts_of(kind) for kind in kinds().values()], ids=kinds().keys()
)
few = settings(max_examples=10)


@every_kind
@few
@given(data=st.data())
def test_a_fact_is_read_back_as_it_was_sealed(facts: Facts, data: st.DataObject) -> None:
    fact = data.draw(facts)
    sealed = seal(fact)

    read = unseal(sealed.type, sealed.body, revealed(sealed))

    assert type(read) is type(fact)
    assert told(read) == told(fact)
    assert sealed.body == rfc8785.dumps(json.loads(sealed.body)).decode()


@every_kind
@few
@given(data=st.data())
def test_private_text_is_never_in_the_body_and_the_body_commits_to_it(
    facts: Facts, data: st.DataObject
) -> None:
    fact = data.draw(facts)
    sealed = seal(fact)

    assert SECRET not in sealed.body
    assert all(value.startswith(SECRET) for value in revealed(sealed).values())
    assert json.dumps(told(fact)).count(SECRET) == json.dumps(revealed(sealed)).count(SECRET)
    assert json.loads(sealed.body).get("private", {}) == {
        path: hashlib.sha256(bytes.fromhex(salt) + value.encode()).hexdigest()
        for path, (salt, value) in sealed.private.items()
    }


@every_kind
@few
@given(data=st.data())
def test_redacted_text_reads_as_null_and_the_rest_stays(facts: Facts, data: st.DataObject) -> None:
    fact = data.draw(facts)
    sealed = seal(fact)

    without = told(unseal(sealed.type, sealed.body, {}))

    assert SECRET not in json.dumps(without)
    assert without == nulled(told(fact))


def nulled(said: Any) -> Any:
    """The same with null for every private text."""
    match said:
        case str() if said.startswith(SECRET):
            return None
        case list():
            return [nulled(each) for each in said]
        case dict():
            return {name: nulled(each) for name, each in said.items()}
    return said


def test_a_fact_that_lacks_a_later_field_is_read_with_its_default() -> None:
    for name, kind in kinds().items():
        later = [each for each in fields(kind) if each.default is not MISSING]
        body = {each.name: None for each in fields(kind) if each not in later}
        read = unseal(name, json.dumps(body), {})
        assert {each.name: getattr(read, each.name) for each in later} == {
            each.name: each.default for each in later
        }
