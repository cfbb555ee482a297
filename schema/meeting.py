"""Meetings in the graph, and how many were held and skipped."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.case import steps
from schema.fields import many, one
from schema.filters import MeetingFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.review import about, of_cycle
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Meeting)
class Meeting(terms.Meeting, Node):
    """A meeting as it is planned, held or skipped."""

    objective: Any = about("Objective", "objective", "objective_id")
    key_result: Any = about("KeyResult", "key_result", "key_result_id")
    team: Any = about("Team", "team", "team_id")
    cycle: Any = of_cycle()
    mentorship: Any = one(
        "Mentorship",
        "mentorship",
        key="mentorship_id",
        optional=True,
        description="The mentorship that it is for, if any; its two people alone see it.",
    )
    begins_at: datetime | None = strawberry.field(
        description="The moment at which it begins, wherever one is; null without hour and zone."
    )
    entries: Any = many(
        "MentoringEntry",
        Relation(view="mentoring_entry", on="meeting_id"),
        description="What was noted in it for a mentorship, as far as the viewer is in on it.",
    )
    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who planned it."
    )
    state: terms.MeetingState = strawberry.field(description="Whether it was held.")
    held_on: date | None = strawberry.field(description="The day on which it was held.")
    note: str | None = strawberry.field(description="What was said about it then.")
    skipped_because: str | None = strawberry.field(description="Why it was not held.")
    participants: Any = many(
        "Person",
        Relation(view="meeting_participant", on="meeting_id"),
        description="Who is to take part; once it was held, who did.",
    )
    steps: Any = steps("meeting_id", "What stands on its list.")
    reviews: Any = many(
        "Review",
        Relation(view="review", on="meeting_id"),
        description="What was said and decided there.",
    )
    recorded_at: datetime = strawberry.field(description="When it was planned.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Meeting")


@nouns.shown(None)
class MeetingCount:
    """How many meetings were planned, held and skipped, as far as the viewer sees them."""

    kind: terms.MeetingKind | None = strawberry.field(
        description="Those of this kind; null for all together."
    )
    planned: int = strawberry.field(description="How many are still to be held.")
    held: int = strawberry.field(description="How many were held.")
    skipped: int = strawberry.field(description="How many were skipped.")
    skip_rate: Decimal | None = strawberry.field(
        description="How much of those held or skipped was skipped, 0 to 1; "
        "null where none was either."
    )


def meetings_of(on: str, description: str) -> Any:
    """The meetings of a noun."""
    return connection(
        "Meeting",
        Relation(view="meeting", on=on),
        filtered=MeetingFilter,
        description=description,
    )


def meeting_counts() -> Any:
    """How many meetings of a noun were held and skipped."""
    return many(
        MeetingCount,
        Relation(view="meeting_count", on="noun_id"),
        description="How many of its meetings were planned, held and skipped: "
        "first all together, then by kind.",
    )
