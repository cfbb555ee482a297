"""What a field of the graph is read from: said once, followed by the planner and by resolvers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from server.reads.shapes import Match, Relation, Window

Said = Mapping[str, Any]
FIRST = Window(limit=1)
KEY, DAY, LIMIT, AFTER, BEFORE, GIVEN = range(6)
"""Where the values of a field's arguments stand; after what is given comes what is matched."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the arguments of a field come to."""

    key: Any = None
    day: date | None = None
    window: Window = FIRST
    matches: tuple[Match, ...] = ()
    given: tuple[object, ...] = ()

    def values(self) -> list[Any]:
        """The parameters of the field's statement, each at its place."""
        window = self.window
        matched = [value for each in self.matches for value in each.values()]
        cut = [window.limit, window.after, window.before]
        return [self.key, self.day and self.day.isoformat(), *cut, *self.given, *matched]

    def shape(self) -> Any:
        """What the text of a statement depends on: everything but the values."""
        window = self.window
        cut = (window.backward, window.after is None, window.before is None)
        matched = tuple((type(each), each.column, len(each.values())) for each in self.matches)
        return self.key is None, self.day is None, cut, len(self.given), matched

    def of(self, relation: Relation) -> Relation:
        """The relation on that day, and with what else its function takes."""
        return replace(relation, day=self.day, given=(*relation.given, *self.given))


NOTHING = Asked()


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the value of a field comes from."""

    def asked(self, said: Said) -> Asked:
        """What its arguments come to; raises where they make no sense."""
        return Asked(key=said["id"]) if "id" in said else NOTHING


@dataclass(frozen=True, kw_only=True)
class Column(Source):
    """A value of the row itself; ``otherwise`` where the row says nothing."""

    name: str
    otherwise: Any = None


@dataclass(frozen=True, kw_only=True)
class Words(Source):
    """What a word of the row means: its sentence, or how much it matters."""

    column: str
    words: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, kw_only=True)
class Held(Source):
    """Whether any of several words stands in a list of the row; a list and its words each way."""

    ways: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Fixed(Source):
    """The same for every row."""

    value: Any


@dataclass(frozen=True, kw_only=True)
class Given(Source):
    """A value that comes with the question, as a type of the database."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class Here(Source):
    """Another type that shows the same row."""


@dataclass(frozen=True, kw_only=True)
class Anything(Source):
    """Whatever the id in a column names; in an argument, where there is no column.

    Where it can only be of some ``kinds`` of noun, no others are looked for.
    """

    column: str | None = None
    kinds: frozenset[str] = frozenset()

    def leads_to(self, kind: str) -> bool:
        """Whether it can be a noun of that kind."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, kw_only=True)
class Listed(Source):
    """The nouns of one view whose ids a column lists, or the question, in that order."""

    column: str
    view: str


@dataclass(frozen=True, kw_only=True)
class Either(Source):
    """The one of several relations whose key the row has, each with the type it leads to."""

    ways: tuple[tuple[str, Relation], ...]


@dataclass(frozen=True, kw_only=True)
class Stored(Source):
    """What a column of JSON says, as a row: it was kept as it was stated at the time."""

    column: str


@dataclass(frozen=True, kw_only=True)
class StoredList(Source):
    """What the items of a column of JSON say, a row each."""

    column: str


@dataclass(frozen=True, kw_only=True)
class Related(Source):
    """Rows that hang on this one."""

    relation: Relation
    taken: tuple[str, ...] = ()
    found: tuple[tuple[str, str], ...] = ()
    checked: Callable[[Said], None] | None = None

    def asked(self, said: Said) -> Asked:
        """Arguments that a function takes, and those that a column has to equal."""
        if self.checked is not None:
            self.checked(said)
        given = tuple(_plain(said[name]) for name in self.taken)
        matches = tuple(Match(column=column, value=said[name]) for name, column in self.found)
        return Asked(given=given, matches=matches, day=said.get("on"), key=said.get("from_"))


@dataclass(frozen=True, kw_only=True)
class One(Related):
    """The one row that hangs on this one; the first, where there are several."""


@dataclass(frozen=True, kw_only=True)
class Between(One):
    """The one row that tells of two moments: one that is said, and another or what is read."""

    def asked(self, said: Said) -> Asked:
        """Of each moment its place in the log, or its time."""
        moments = (said["earlier"], said.get("later"))
        return Asked(given=tuple(value for each in moments for value in meant(each)))


@dataclass(frozen=True, kw_only=True)
class Many(Related):
    """All rows that hang on this one."""


@dataclass(frozen=True, kw_only=True)
class Value(Related):
    """A value of the one row that hangs on this one; ``otherwise`` where there is none."""

    column: str
    otherwise: Any = None


@dataclass(frozen=True, kw_only=True)
class Counted(Related):
    """How many rows hang on this one, as far as the viewer sees them."""


@dataclass(frozen=True, kw_only=True)
class Kept(Related):
    """Rows that hang on this one; where this one is stored, what it kept of them in a column."""

    column: str


@dataclass(frozen=True, kw_only=True)
class StoredThere(Related):
    """What a column of JSON says of the one row that hangs on this one, as a row."""

    column: str


@dataclass(frozen=True, kw_only=True)
class Pages(Related):
    """Rows that hang on this one, in windows; ``shape`` makes one of first, after, last, before.

    Cursors are the places of rows in the order, unless a column says what they are.
    """

    shape: Callable[[Said], Window]
    cursor: str | None = None

    def asked(self, said: Said) -> Asked:
        """The window, what was filtered by, what a function takes, and the day."""
        narrowed = said.get("filter")
        return replace(
            super().asked(said),
            window=self.shape(said),
            matches=narrowed.matches() if narrowed else (),
            day=said.get("on") or getattr(narrowed, "on", None),
        )


@dataclass(frozen=True, kw_only=True)
class Following(Pages):
    """Rows that come to hang on this one, told one by one, each with its place and its cursor."""


@dataclass(frozen=True, kw_only=True)
class Part(Source):
    """A part of a connection: its nodes, its edges, where its window lies, or how many in all."""

    name: str


def _plain(value: Any) -> Any:
    """A word as its name, which is what the database holds; a day as text, the first one too."""
    return value.isoformat() if isinstance(value, date) else getattr(value, "name", value)


def meant(as_of: Any) -> tuple[int | None, Any]:
    """Where in the log a moment lies, 0 before all of it; else its time."""
    place = getattr(as_of, "position", None)
    return (place if isinstance(place, int) else None), getattr(as_of, "time", None) or None
