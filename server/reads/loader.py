"""Asks the database once for what many fields of one operation ask for."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from strawberry.dataloader import DataLoader

from server.database import Database, Rehearsal, Trees
from server.reads import statement
from server.reads.shapes import LONGEST, Match, Relation, Window
from server.reads.statement import Parameters

Row = dict[str, Any]
Question = tuple[Any, ...]


@dataclass(kw_only=True)
class Page:
    """Rows of one window, in order, and whether there are more beyond its ends."""

    rows: list[Row]
    has_next: bool
    has_previous: bool


class Loader:
    """Reads by one viewer, now or as of a position; gathers equal questions about different keys.

    Each row knows the reads it came from, so that what hangs on it is read at the same moment.
    """

    def __init__(
        self,
        database: Database | Rehearsal | Trees,
        organization_id: UUID,
        viewer_id: UUID,
        as_of: int | None = None,
    ) -> None:
        self.database = database
        self._organization_id = organization_id
        self._viewer_id = viewer_id
        self.position = as_of
        self._loaders: dict[Question, DataLoader[UUID, Any]] = {}

    @property
    def past(self) -> bool:
        """Whether it reads as of a position, and not the present."""
        return self.position is not None

    async def row(self, relation: Relation, key: UUID | None) -> Row | None:
        """The one row that a key leads to, or None."""
        rows = await self.rows(relation, key)
        return rows[0] if rows else None

    async def rows(
        self, relation: Relation, key: UUID | None, matches: tuple[Match, ...] = ()
    ) -> list[Row]:
        """All rows that a key leads to."""
        if key is None:
            return []
        question = ("rows", relation, matches)
        found: list[Row] = await self._loader(question, self._rows).load(key)
        return found

    async def page(
        self, relation: Relation, window: Window, matches: tuple[Match, ...], key: UUID
    ) -> Page:
        """A window of what a key leads to."""
        found: Page = await self._loader(("page", relation, window, matches), self._page).load(key)
        return found

    async def count(self, relation: Relation, matches: tuple[Match, ...], key: UUID) -> int:
        """How many rows a key leads to."""
        found: int = await self._loader(("count", relation, matches), self._count).load(key)
        return found

    def as_of(self, position: int) -> "Loader":
        """The reads of the same viewer as of a position."""
        return Loader(self.database, self._organization_id, self._viewer_id, position)

    def _loader(
        self, question: Question, ask: Callable[..., Awaitable[list[Any]]]
    ) -> DataLoader[UUID, Any]:
        if question not in self._loaders:

            async def load(keys: list[UUID]) -> list[Any]:
                return await ask(keys, *question[1:])

            self._loaders[question] = DataLoader(load_fn=load)
        return self._loaders[question]

    async def _ask(self, text: str, keys: list[UUID], parameters: Parameters) -> list[Row]:
        values = (self._viewer_id, keys, *parameters)
        records = await self.database.read(
            self._organization_id, text, *values, as_of=self.position
        )
        return [dict(record) | {"reads": self} for record in records]

    async def _rows(
        self, keys: list[UUID], relation: Relation, matches: tuple[Match, ...]
    ) -> list[list[Row]]:
        parameters = Parameters()
        found = await self._ask(statement.rows(relation, matches, parameters), keys, parameters)
        return [each[:LONGEST] for each in _by_key(found, relation.on, keys)]

    async def _page(
        self, keys: list[UUID], relation: Relation, window: Window, matches: tuple[Match, ...]
    ) -> list[Page]:
        parameters = Parameters()
        text = statement.page(relation, window, matches, parameters)
        found = await self._ask(text, keys, parameters)
        return [_page_of(rows, window) for rows in _by_key(found, relation.on, keys)]

    async def _count(
        self, keys: list[UUID], relation: Relation, matches: tuple[Match, ...]
    ) -> list[int]:
        parameters = Parameters()
        found = await self._ask(statement.count(relation, matches, parameters), keys, parameters)
        totals = {row["key"]: row["total"] for row in found}
        return [totals.get(key, 0) for key in keys]


def _by_key(rows: list[Row], column: str, keys: list[UUID]) -> list[list[Row]]:
    grouped: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return [grouped[key] for key in keys]


def _page_of(rows: list[Row], window: Window) -> Page:
    more = len(rows) > window.limit
    kept = rows[: window.limit]
    if window.backward:
        kept = rows[-window.limit :] if window.limit else []
    return Page(
        rows=kept,
        has_next=window.before is not None or (more and not window.backward),
        has_previous=window.after is not None or (more and window.backward),
    )
