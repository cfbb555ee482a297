"""Mentorships in the graph, for the two who are in them."""

from datetime import date, datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.case import cases_of
from schema.events import events_about
from schema.fields import one
from schema.meeting import meeting_counts, meetings_of
from schema.mentoring_activity import activity
from schema.mentoring_entry import entries
from schema.mentoring_programme import growth, review
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Mentorship)
class Mentorship(terms.Mentorship, Node):
    """Two people of whom one helps the other to reach something; nobody else sees any of it."""

    mentor: Any = one("Person", "person", key="mentor_id", description="Who helps.")
    mentee: Any = one(
        "Person", "person", key="mentee_id", description="Who wants to get somewhere."
    )
    starts_on: date = strawberry.field(description="The first day.")
    state: terms.MentorshipState = strawberry.field(description="How far it is.")
    ended_on: date | None = strawberry.field(description="The last day, once it is over.")
    ended_as: terms.EndCategory | None = strawberry.field(
        description="What kind of reason it ended for."
    )
    ended_because: str | None = strawberry.field(description="Why it ended.")
    follows: Any = one(
        "Mentorship",
        "mentorship",
        key="follows_mentorship_id",
        optional=True,
        description="The mentorship after which it is another try.",
    )
    objectives: Any = connection(
        "Objective",
        Relation(view="objective", on="mentorship_id"),
        most=1_000,
        description="What the mentee set out to reach in it; another try takes these along.",
    )
    meetings: Any = meetings_of("mentorship_id", "When the two meet, and what became of it.")
    meeting_counts: Any = meeting_counts()
    entries: Any = entries(
        "mentorship_id", "What was said in it, as far as the viewer is in on that."
    )
    cases: Any = cases_of("mentorship_id", "Where the mentee wants to get, step by step.")
    activity: Any = activity()
    growth: Any = growth()
    review: Any = review()
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    version: int = strawberry.field(
        description="Number of facts about the mentorship itself; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Mentorship")
    events: Any = events_about("the mentorship")


def mentorships(on: str, description: str) -> Any:
    """The mentorships in which somebody has one of the two parts, as the viewer sees them."""
    return connection("Mentorship", Relation(view="mentorship", on=on), description=description)
