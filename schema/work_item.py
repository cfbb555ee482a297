"""Pieces of work in the graph."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, many, one
from schema.finding import findings
from schema.lineage import contribution_path
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.work_link import AwaitedWork, work_links, work_load
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.WorkItem)
class WorkItem(terms.WorkItem, Node):
    """A piece of work: a means to an end, and counted for none of it."""

    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result that it is to move, if it is for one.",
    )
    objective: Any = belonging(
        "Objective",
        "objective",
        "The objective that it is for, itself or through its key result.",
    )
    within: Any = one(
        "WorkItem",
        "work_item",
        key="within_id",
        optional=True,
        description="The piece of work that it is a part of.",
    )
    owner_person: Any = one(
        "Person", "person", key="owner_person_id", optional=True, description="Who does it."
    )
    owner_team: Any = one(
        "Team", "team", key="owner_team_id", optional=True, description="The team that does it."
    )
    creator: Any = one("Person", "person", key="creator_id", description="Who planned it.")
    state: terms.WorkState = strawberry.field(description="How far it is.")
    progress: Decimal | None = strawberry.field(
        description="How much of it is done, 0 to 1: as was said, or by its milestones; "
        "never part of the progress of a key result."
    )
    spent: Decimal | None = strawberry.field(
        description="How many days of work it has taken so far."
    )
    criteria_met: bool = strawberry.field(
        description="Whether somebody saw that its criteria are met."
    )
    accepted_by: Any = one(
        "Person",
        "person",
        key="accepted_by_id",
        optional=True,
        description="Who saw that last.",
    )
    from_key_result: Any = one(
        "KeyResult",
        "key_result",
        key="from_key_result_id",
        optional=True,
        description="The key result that it was before, if it was one.",
    )
    became_key_result: Any = one(
        "KeyResult",
        "key_result",
        on="from_work_item_id",
        key="id",
        optional=True,
        description="The key result that it became, if it did.",
    )
    experiments: Any = many(
        "Experiment",
        Relation(view="experiment", on="work_item_id"),
        description="What is tried in it.",
    )
    work_items: Any = connection(
        "WorkItem",
        Relation(view="work_item", on="within_id"),
        description="The pieces that it is made of.",
    )
    links: Any = work_links("work_item_id", "What else it serves, feeds and waits for.")
    linked_by: Any = work_links("to_work_item_id", "The pieces that feed it or wait for it.")
    work_load: Any = work_load("sprint_id", "For a sprint: how much work everybody has in it.")
    awaits: Any = many(
        AwaitedWork,
        Relation(view="work_awaited", on="start_id", order="place"),
        description="All that it waits for and that has not ended, with what that waits for.",
    )
    contribution_path: Any = contribution_path("All that it leads to, up to every objective.")
    reviews: Any = connection(
        "Review",
        Relation(view="review", on="work_item_id"),
        description="Reviews of it, oldest first.",
    )
    decisions: Any = many(
        "ReviewDecision",
        Relation(view="review_decision", on="work_item_id", order="place"),
        description="What reviews decided about it.",
    )
    findings: Any = findings()
    recorded_at: datetime = strawberry.field(description="When it was planned.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("WorkItem")


def work_items(on: str, description: str) -> Any:
    """The pieces of work that hang on a noun, in the order in which they were planned."""
    return connection("WorkItem", Relation(view="work_item", on=on), description=description)
