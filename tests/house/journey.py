"""How a noun is said, told once for all its tests."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.house.beside import Said, nothing
from tests.house.examples import example
from tests.samples import Organization

Place = tuple[str | int, ...]


@dataclass(kw_only=True)
class Journey:
    """How a noun is said: in which mutation, beside what, at which place; and where it is kept."""

    noun: type[Any]
    mutation: str
    shows: str
    table: str
    beside: Callable[[Organization], Awaitable[Said]] = nothing
    place: Place = ()
    place_in_fact: Place = ()
    stated: Said = field(default_factory=dict)
    without: tuple[str, ...] = ()

    @property
    def said(self) -> Said:
        """A value for each field that can be stated together."""
        values = {**example(self.noun), **self.stated}
        return {name: value for name, value in values.items() if name not in self.without}

    @property
    def name(self) -> str:
        return "-".join(map(str, (self.noun.__name__, *self.stated.values())))
