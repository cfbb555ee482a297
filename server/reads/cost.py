"""What an operation may cost: how many things its answer can show, known before it is asked.

Counted are rows that are read: windows as long as they were asked for, plain lists as long as they
usually are, a thing that is shown in two ways twice. Fields of a row cost nothing.
"""

from collections.abc import Mapping
from typing import Any

from server.reads.plan import Chosen, Selection
from server.reads.sources import Anything, Asked, Here, Pages, Part, Related, Source

LISTED = 10
"""How long a plain list usually is."""

Lengths = Mapping[int, int]
"""How long the lists are whose length is said, by the numbers of their fields."""


def lengths(sources: list[Source], asked: Mapping[int, Asked]) -> Lengths:
    """How long the lists are that were asked for; one that was asked for wrongly is not shown."""
    return {
        number: _length(source, asked.get(number))
        for number, source in enumerate(sources)
        if isinstance(source, (Pages, Anything))
    }


def _length(source: Source, asked: Asked | None) -> int:
    if asked is None:
        # What has no arguments is one thing, and one that could not be understood is none.
        return int(isinstance(source, Anything) and source.column is not None)
    if isinstance(source, Pages):
        return asked.window.limit
    return len(asked.key) if isinstance(asked.key, list) else 1


def cost(selection: Selection, said: Lengths, window: int = 1) -> int:
    """The most things that a selection shows of one row; ``window`` is that of its connection."""
    return sum(_of(each, said, window) for each in selection)


def _of(chosen: Chosen, said: Lengths, window: int) -> int:
    if isinstance(chosen.source, Pages):
        return _most(chosen, said, said[chosen.number])
    return _times(chosen, said, window) * (_itself(chosen) + _most(chosen, said))


def _most(chosen: Chosen, said: Lengths, window: int = 1) -> int:
    """The most that a field shows of one row, of whatever kind it is."""
    return max((cost(each, said, window) for each in chosen.inside.values()), default=0)


def _times(chosen: Chosen, said: Lengths, window: int) -> int:
    """How often what is selected of a field is shown."""
    match chosen.source:
        case Part():
            return window if chosen.listed else 1
        case Anything():
            return said[chosen.number]
    return LISTED if chosen.listed and chosen.inside else 1


def _itself(chosen: Chosen) -> int:
    """Whether a row is read for it."""
    source: Any = chosen.source
    if isinstance(source, Here):
        return 0
    counted = isinstance(source, Part) and source.name == "total"
    return int(bool(chosen.inside) or counted or isinstance(source, Related))
