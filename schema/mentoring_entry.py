"""What people in mentorships note, ask, answer and worry about, in the graph."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.MentoringEntry)
class MentoringEntry(terms.MentoringEntry, Node):
    """What somebody said or makes of something, for those who are in on it."""

    mentorship: Any = one(
        "Mentorship",
        "mentorship",
        key="mentorship_id",
        optional=True,
        description="The mentorship; null where the viewer is none of the two.",
    )
    meeting: Any = one(
        "Meeting",
        "meeting",
        key="meeting_id",
        optional=True,
        description="The meeting in which it came up.",
    )
    key_result: Any = one(
        "KeyResult",
        "key_result",
        key="key_result_id",
        optional=True,
        description="The key result that it is about, where the viewer sees that.",
    )
    shows_title: str | None = strawberry.field(
        description="The title of that key result: a story tells it also to whom it is hidden."
    )
    shows_progress: Decimal | None = strawberry.field(
        description="How far that key result is: a story tells it also to whom it is hidden.",
    )
    author: Any = one("Person", "person", key="author_id", description="Who wrote it.")
    of_person: Any = one(
        "Person", "person", key="of_person_id", optional=True, description="Whom it is for."
    )
    answered_entry: Any = one(
        "MentoringEntry",
        "mentoring_entry",
        key="answered_entry_id",
        optional=True,
        description="The request for feedback that it answers.",
    )
    answers: Any = many(
        "MentoringEntry",
        Relation(view="mentoring_entry", on="answered_entry_id"),
        description="The feedback that answered it.",
    )
    attachment: Any = one(
        "Attachment",
        "attachment",
        key="attachment_id",
        optional=True,
        description="What was learned from, for a reflection on that.",
    )
    closed_by: Any = one(
        "MentoringEntry",
        "mentoring_entry",
        key="closed_by_id",
        optional=True,
        description="The later reflection that says it all.",
    )
    closes: Any = many(
        "MentoringEntry",
        Relation(view="mentoring_entry", on="closed_by_id"),
        description="The reflections in the place of which it stands.",
    )
    deferred_because: str | None = strawberry.field(
        description="Why it was put off last; null where it was not."
    )
    outcome: terms.EntryOutcome | None = strawberry.field(
        description="What became of it; null as long as it waits, and where it waits for nothing."
    )
    resolution: str | None = strawberry.field(description="How.")
    lesson: str | None = strawberry.field(description="What others may learn from it.")
    as_example: bool = strawberry.field(
        description="Whether everybody may read resolution and lesson, not whose they are."
    )
    recorded_at: datetime = strawberry.field(description="When it was said.")
    version: int = strawberry.field(
        description="Number of facts about the entry; send it as `expectedVersion`."
    )
    permissions: Any = permissions("MentoringEntry")


@registry.known
@nouns.shown(None)
class ChallengeExample:
    """What some pair found difficult and how they got over it; nothing tells who they are."""

    challenge: terms.ChallengeCategory = strawberry.field(description="Of what kind it was.")
    resolution: str | None = strawberry.field(description="How they got over it.")
    lesson: str | None = strawberry.field(description="What others may learn from it.")


def entries(on: str, description: str, *, view: str = "mentoring_entry", key: str = "id") -> Any:
    """What was said, oldest first, as far as the viewer is in on it."""
    relation = Relation(view=view, on=on, key=key)
    return connection("MentoringEntry", relation, description=description)
