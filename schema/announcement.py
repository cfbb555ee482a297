"""Announcements in the graph, whom they are for, and who has read them."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.comment import commented
from schema.fields import belonging, one, read
from schema.filters import ReaderFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Match, Relation
from server.reads.sources import Counted

READERS = Relation(view="announcement_reader", on="announcement_id")
HAVE_READ = Relation(
    view="announcement_reader",
    on="announcement_id",
    where=(Match(column="has_read", value=True),),
)


@registry.known
@nouns.shown(None)
class AnnouncementReader:
    """Somebody to whom something was made known."""

    person: Any = one("Person", "person", key="person_id", description="Who.")
    receipt: Any = one(
        "Attestation",
        "attestation",
        key="attestation_id",
        optional=True,
        description="What says that they have read it, and when; null as long as they have not.",
    )


@registry.known
@nouns.shown(terms.Announcement)
class Announcement(terms.Announcement, Node):
    """Objectives that are made known to those whom they concern."""

    author: Any = one("Person", "person", key="author_id", description="Who made them known.")
    cycle: Any = one("Cycle", "cycle", key="cycle_id", description="The cycle that they are for.")
    team: Any = one(
        "Team",
        "team",
        key="team_id",
        optional=True,
        description="The team whose objectives they are; null for those of all, and for one.",
    )
    objective: Any = belonging(
        "Objective",
        "objective",
        "The one objective that was made known; null for those of a cycle.",
    )
    objectives: Any = connection(
        "Objective",
        Relation(view="announced_objective", on="announcement_id"),
        most=1_000,
        description="What was made known, as it stands: objectives that have begun.",
    )
    readers: Any = connection(
        "AnnouncementReader",
        READERS,
        filtered=ReaderFilter,
        description="Whom it is for: members of the team that owns it and of those below, "
        "everybody where the company or a person does, as far as they see it.",
    )
    reader_count: Any = read(Counted(relation=READERS), int, "How many people it is for.")
    read_count: Any = read(Counted(relation=HAVE_READ), int, "How many of them have read it.")
    comments: Any = commented(
        "announcement_id",
        description="What people said about it, oldest first; open questions among them.",
    )
    withdrawn: bool = strawberry.field(description="Whether nobody stands by it any longer.")
    recorded_at: datetime = strawberry.field(description="When it was made known.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Announcement")


def announcements(on: str, key: str = "id", *, description: str) -> Any:
    """What was made known that hangs on a noun."""
    relation = Relation(view="announcement", on=on, key=key)
    return connection("Announcement", relation, description=description)
