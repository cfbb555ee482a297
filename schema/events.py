"""The log as typed facts, in windows that begin and end at cursors."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import strawberry
from graphql import GraphQLError

from schema import nouns, registry
from schema.event import Event
from schema.fields import FIRST, LAST, read, taken
from schema.filters import Filter
from schema.pages import window
from schema.words import Cursor
from server.facts import kinds
from server.reads.shapes import Match, Relation, Such, Window
from server.reads.sources import Here, Pages, Part, Said

MOST = 100
AFTER = taken("after", Cursor | None, "Only what was recorded after this place of the log.")
BEFORE = taken("before", Cursor | None, "Only what was recorded before this place of the log.")
TICK = timedelta(microseconds=1)


@strawberry.input(description="Which facts to list; all that is stated must hold.")
class EventFilter(Filter):
    """Which facts to list."""

    types: list[str] | None = strawberry.field(
        default=None, description="Of these kinds: CheckInRecorded, KeyResultRevised."
    )
    objective_id: UUID | None = strawberry.field(
        default=None, description="About this objective, its key results, or what hangs on them."
    )
    key_result_id: UUID | None = strawberry.field(
        default=None, description="About this key result, or what hangs on it."
    )
    actor_id: UUID | None = strawberry.field(default=None, description="Done by this person.")
    person_id: UUID | None = strawberry.field(default=None, description="About this person.")
    team_id: UUID | None = strawberry.field(
        default=None, description="About this team, or an objective that it owned then."
    )
    cycle_id: UUID | None = strawberry.field(
        default=None, description="About this cycle, or work of it."
    )
    since: datetime | None = strawberry.field(
        default=None, description="Recorded at this moment or later."
    )
    until: datetime | None = strawberry.field(
        default=None, description="Recorded before this moment."
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a fact; raises GraphQLError where there is no such kind."""
        about = ("objective_id", "key_result_id", "person_id", "team_id", "cycle_id")
        found = [Such(column=name, value=getattr(self, name), name="about") for name in about]
        found += [
            Such(column="since", value=self.since and self.since - TICK, name="from"),
            Such(column="until", value=self.until and self.until - TICK, name="until"),
        ]
        matches = [Match(column="actor_id", value=self.actor_id), *found]
        stated = tuple(each for each in matches if each.value is not None)
        return stated if self.types is None else (*stated, _of_kinds(self.types))


def _of_kinds(types: list[str]) -> Such:
    """Facts of one kind are found by an index that has them in order."""
    unknown = [each for each in types if each not in kinds()]
    if unknown:
        extensions = {"code": "INVALID", "argument": "filter.types", "known": sorted(kinds())}
        message = f"There are no facts of the kind {unknown[0]}."
        raise GraphQLError(message, extensions=extensions)
    if len(types) == 1:
        return Such(column="type", value=types[0], name="of a kind")
    return Such(column="types", value=tuple(types), name="of kinds")


def _window(said: Said) -> Window:
    """The window; its ends are places of the log until it is known whether the log has them."""
    places = {name: said.get(name) for name in ("after", "before")}
    plain = {name: value for name, value in said.items() if name not in places}
    cut = window(MOST, plain)
    return Window(limit=cut.limit, backward=cut.backward, **places)


@registry.known
@nouns.shown(None)
class EventEdge:
    """A place in the log: a fact with its cursor."""

    cursor: Cursor = strawberry.field(description="Where it stands in the log.")
    node: Any = read(Here(), Event, "The fact itself.", shows="Event")


@nouns.shown(None)
class EventPageInfo:
    """Where a window lies in the log."""

    has_next_page: bool = strawberry.field(description="Whether more comes after this window.")
    has_previous_page: bool = strawberry.field(description="Whether more comes before this window.")
    start_cursor: Cursor | None = strawberry.field(
        description="Cursor of the first fact in the window."
    )
    end_cursor: Cursor | None = strawberry.field(
        description="Cursor of the last fact in the window."
    )


@nouns.shown(None)
class EventConnection:
    """A window of the log, as far as the viewer sees it."""

    edges: Any = read(
        Part(name="edges"),
        registry.listed(EventEdge),
        "The window, with a cursor for each fact in it.",
        shows=EventEdge,
    )
    nodes: Any = read(
        Part(name="nodes"), registry.listed(Event), "The window, without cursors.", shows="Event"
    )
    page_info: Any = read(
        Part(name="page_info"),
        EventPageInfo,
        "Where the window lies in the log.",
        shows=EventPageInfo,
    )


def events(relation: Relation, description: str) -> Any:
    """The facts that hang on something, oldest first with `first`, newest first with `last`."""
    return read(
        Pages(relation=relation, shape=_window, cursor="cursor"),
        EventConnection,
        description,
        shows="Event",
        takes=[FIRST, AFTER, LAST, BEFORE, taken("filter", EventFilter | None, "Which of them.")],
    )


def events_by() -> Any:
    """The facts of a person's doing."""
    return events(
        Relation(view="event", on="actor_id", key="id", order="position"),
        "What they did, as far as the viewer learns of it.",
    )


def events_about(noun: str) -> Any:
    """The facts about a noun and what belongs to it."""
    return events(
        Relation(view="event_about", on="noun_id", key="id", order="position"),
        f"What happened to {noun}, as far as the viewer learns of it.",
    )
