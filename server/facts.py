"""From a fact to the canonical text that the log keeps, and back."""

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cache
from types import NoneType
from typing import Any, TypeVar, Union, get_type_hints
from uuid import UUID

import msgspec
import rfc8785

from server import hints
from server.okr.events import Fact
from server.okr.standing import alignments_stream
from server.okr.terms import ABSENT, Private

SALT_BYTES = 16

Kind = TypeVar("Kind")


@dataclass(kw_only=True)
class Sealed:
    """A fact as it is stored: canonical text, and beside it the private values with their salts.

    Where values are ``needed`` something has to stand also when they were redacted.
    """

    type: str
    body: str
    private: dict[str, tuple[str, str]]
    needed: set[str] = field(default_factory=set)

    def beside(self) -> dict[str, tuple[str, str, bool]]:
        """The private values as `append` takes them."""
        return {path: (*kept, path in self.needed) for path, kept in self.private.items()}


@cache
def kinds() -> dict[str, type[Fact]]:
    """Every kind of fact by its name in the log."""
    return {each.__name__: each for each in Fact.__subclasses__()}


def stream_of(fact: Fact, organization_id: UUID) -> UUID:
    """The stream that a fact belongs to."""
    if fact.stream == "alignments":
        return alignments_stream(organization_id)
    stream: UUID = getattr(fact, fact.stream)
    return stream


def seal(fact: Fact) -> Sealed:
    """Take private values out of a fact and leave a commitment, sha256(salt ‖ value), to each."""
    private: dict[str, tuple[str, str]] = {}
    commitments: dict[str, str] = {}
    body = msgspec.to_builtins({each.name: value for each, value in _stated(fact)})
    paths = _private_paths(fact, body)
    for path in sorted(paths):
        holder, last = _holder(body, path)
        value = holder.pop(last)
        salt = secrets.token_bytes(SALT_BYTES)
        private[path] = (salt.hex(), value)
        commitments[path] = hashlib.sha256(salt + value.encode()).hexdigest()
    if commitments:
        body["private"] = commitments
    return Sealed(
        type=type(fact).__name__,
        body=rfc8785.dumps(body).decode(),
        private=private,
        needed={path for path, needed in paths.items() if needed},
    )


def unseal(kind: str, body: str, private: dict[str, str]) -> Fact:
    """The fact that a stored text says; a value that was redacted reads as null."""
    data = msgspec.json.decode(body)
    for path in data.pop("private", {}):
        holder, last = _holder(data, path)
        holder[last] = private.get(path)
    found = kinds()[kind]
    if found.changed is not None and data.get("changes"):
        data["changes"] = told(found.changed, data["changes"])
    return from_stored(found, data)


def _stated(fact: Fact) -> list[tuple[Any, Any]]:
    return [
        (each, value) for each in fields(fact) if (value := getattr(fact, each.name)) is not ABSENT
    ]


def _private_paths(fact: Fact, body: dict[str, Any]) -> dict[str, bool]:
    """Where private text stands in this very body, also in lists and in what was changed.

    Of each place, whether something has to stand there.
    """
    found = dict(_paths(type(fact), body))
    if fact.changed is not None:
        changes = _paths(fact.changed, body["changes"])
        found |= {f"changes.{path}": needed for path, needed in changes}
    return found


def _paths(hint: Any, value: Any) -> Iterator[tuple[str, bool]]:
    if value is None:
        return
    marks = {mark for _, marks in hints.parts(hint) for mark in marks if isinstance(mark, Private)}
    if marks:
        yield "", Private.TELLS in marks or NoneType not in hints.alternatives(hint)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _below(str(index), hints.item(hint), each)
    elif isinstance(value, dict) and (noun := hints.noun(hint)) is not None:
        hinted = _hints(noun)
        for name in (each for each in value if each in hinted):
            yield from _below(name, hinted[name], value[name])


def _below(name: str, hint: Any, value: Any) -> Iterator[tuple[str, bool]]:
    return ((_join(name, path), needed) for path, needed in _paths(hint, value))


def _join(name: str, path: str) -> str:
    return f"{name}.{path}" if path else name


@cache
def _hints(noun: Any) -> dict[str, Any]:
    return get_type_hints(noun, include_extras=True)


def _holder(body: Any, path: str) -> tuple[Any, Any]:
    """The dictionary and key that a dotted path leads to."""
    *way, last = path.split(".")
    for step in way:
        body = body[int(step)] if isinstance(body, list) else body[step]
    return body, last


def from_stored(kind: type[Kind], data: dict[str, Any]) -> Kind:
    """A fact or noun from stored words: what is missing keeps its default."""
    return kind(**told(kind, data))


def told(noun: type, data: dict[str, Any]) -> dict[str, Any]:
    """The values of a noun that stored words tell."""
    hinted = {name: hint for name, hint in _hints(noun).items() if name in data}
    return {name: _read(hint, data[name]) for name, hint in hinted.items()}


def _read(hint: Any, value: Any) -> Any:
    """A value as its hint asks for it; text may be null at any depth, for it can be redacted."""
    noun = hints.noun(hint)
    if noun is not None and isinstance(value, dict):
        return from_stored(noun, value)
    item = hints.item(hint)
    if hints.noun(item) is not None and isinstance(value, list):
        return [_read(item, each) for each in value]
    return msgspec.convert(value, _plain(hint), strict=False)


def _plain(hint: Any) -> Any:
    """What msgspec converts to: never absent, and null where text was redacted."""
    stored = [each for each in hints.alternatives(hint) if each is not type(ABSENT)]
    return Union[(*stored, None)]
