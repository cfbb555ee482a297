"""Reports that are due, and by whom."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.day import On, day_of
from schema.fields import After, Before, First, Last, one
from schema.pages import MOST, connection_type, listed, window
from server.reads.shapes import Match, Relation

OWED = Relation(view="owed_check_in", on="key_result_id", order="place")


@registry.known
@nouns.shown(None)
class DueCheckIn:
    """A report that is due: of a contributor's part, or of a whole key result."""

    key_result: Any = one(
        "KeyResult", "key_result", key="key_result_id", description="What is to be reported."
    )
    contribution: Any = one(
        "Contribution",
        "contribution",
        key="contribution_id",
        optional=True,
        description="The part that is to be reported; null for the whole.",
    )
    person: Any = one(
        "Person",
        "person",
        key="person_id",
        optional=True,
        description="Who owes it; null where a team has nobody who answers for it.",
    )
    last_reported_on: date | None = strawberry.field(
        description="The day of the last report, also of one that says that nothing changed."
    )
    due_on: date = strawberry.field(description="The day on which it is due.")
    days_overdue: int = strawberry.field(description="How many days have passed since.")


@strawberry.input(description="Which reports to list; all that is stated must hold.")
class DueCheckInFilter:
    """Which reports to list."""

    cycle_id: UUID | None = strawberry.field(default=None, description="About work of this cycle.")
    team_id: UUID | None = strawberry.field(
        default=None, description="About objectives that this team owns."
    )
    person_id: UUID | None = strawberry.field(default=None, description="Owed by this person.")
    on: date | None = strawberry.field(
        default=None,
        description="As on this day; if left out today, or with `asOf` the day of that position.",
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a report that is due."""
        columns = {
            "cycle_id": self.cycle_id,
            "owner_team_id": self.team_id,
            "person_id": self.person_id,
        }
        stated = ((column, value) for column, value in columns.items() if value is not None)
        return tuple(Match(column=column, value=value) for column, value in stated)


Filter = Annotated[
    DueCheckInFilter | None, strawberry.argument(description="What has to be true of them.")
]


def due_check_ins(on: str) -> Any:
    """Reports that are due about everything whose rows have the noun's id in a column."""
    relation = Relation(view="due_check_in", on=on, order="place")

    async def resolve(
        root: Any,
        info: Info[Any, Any],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Filter = None,
    ) -> Any:
        shape, stated = window(first, after, last, before, MOST), filter or DueCheckInFilter()
        asked = relation.on_day(await day_of(root, info, stated.on))
        return await listed(root, info, asked, shape, stated.matches())

    return strawberry.field(
        resolver=resolve,
        graphql_type=connection_type("DueCheckIn"),
        description="Reports that are due on a day, the longest overdue first.",
        metadata={"relation": relation},
    )


async def _owed(root: Any, info: Info[Any, Any], on: date | None) -> dict[str, Any] | None:
    """The report about a key result that is due first."""
    rows = await reads(root, info).rows(OWED.on_day(await day_of(root, info, on)), root.id)
    return rows[0] if rows else None


async def _due_on(root: Any, info: Info[Any, Any], on: On = None) -> Any:
    owed = await _owed(root, info, on)
    return owed and owed["due_on"]


async def _overdue(root: Any, info: Info[Any, Any], on: On = None) -> bool:
    owed = await _owed(root, info, on)
    return owed is not None and owed["days_overdue"] > 0


def check_in_due_on() -> Any:
    """The day on which a key result is to be reported."""
    return strawberry.field(
        resolver=_due_on,
        graphql_type=date | None,
        description="The day of the next report that is due; null where none is asked for.",
    )


def overdue() -> Any:
    """Whether that day has passed."""
    return strawberry.field(
        resolver=_overdue,
        graphql_type=bool,
        description="Whether a report about it should have come before this day.",
    )
