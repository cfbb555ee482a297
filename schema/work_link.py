"""Ties of work in the graph, and what follows from them: loads, chains and shares."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one
from schema.node import Node
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.WorkLink)
class WorkLink(terms.WorkLink, Node):
    """A tie from a piece of work to another one, a key result or an objective."""

    work_item: Any = one(
        "WorkItem", "work_item", key="work_item_id", description="The piece of work."
    )
    to_work_item: Any = one(
        "WorkItem",
        "work_item",
        key="to_work_item_id",
        optional=True,
        description="What it feeds or waits for, if it leads to a piece of work.",
    )
    to_key_result: Any = one(
        "KeyResult",
        "key_result",
        key="to_key_result_id",
        optional=True,
        description="What it serves, if it leads to a key result.",
    )
    to_objective: Any = one(
        "Objective",
        "objective",
        key="to_objective_id",
        optional=True,
        description="What it serves, if it leads to an objective.",
    )


@registry.known
@nouns.shown(None)
class WorkLoad:
    """How much work somebody has in a sprint or beside all; a whole is counted by its pieces."""

    sprint: Any = one(
        "WorkItem",
        "work_item",
        key="sprint_id",
        optional=True,
        description="The sprint; null for what is in none.",
    )
    owner_person: Any = one(
        "Person", "person", key="owner_person_id", optional=True, description="Who does it."
    )
    owner_team: Any = one(
        "Team", "team", key="owner_team_id", optional=True, description="The team that does it."
    )
    items: int = strawberry.field(description="How many pieces; what was dropped is none.")
    open: int = strawberry.field(description="How many of them are not done.")
    effort: Decimal = strawberry.field(description="How many days of work they are meant to take.")
    spent: Decimal = strawberry.field(description="How many they have taken so far.")


@nouns.shown(None)
class AwaitedWork:
    """A piece of work in a chain of those that wait for one another."""

    depth: int = strawberry.field(description="How many steps from the start it is, from 1.")
    work_item: Any = one(
        "WorkItem", "work_item", key="work_item_id", description="What is waited for."
    )
    for_: Any = one(
        "WorkItem", "work_item", key="for_id", description="What waits for it.", name="for"
    )


@nouns.shown(None)
class WorkShare:
    """How much of what serves a key result is due to the milestones of one project."""

    work_item: Any = one(
        "WorkItem",
        "work_item",
        key="work_item_id",
        description="The topmost piece of work that they lie in.",
    )
    milestones: int = strawberry.field(description="How many of its milestones serve it.")
    done: int = strawberry.field(description="How many of these are done.")
    share: Decimal | None = strawberry.field(
        description="Their part of all milestones that serve it, by weight, 0 to 1."
    )


def work_links(on: str, description: str) -> Any:
    """The ties of work that hang on a noun."""
    return connection("WorkLink", Relation(view="work_link", on=on), description=description)


def work_load(on: str, description: str) -> Any:
    """How much work there is of a noun."""
    return many("WorkLoad", Relation(view="work_load", on=on), description=description)


def work_shares() -> Any:
    """Whose milestones serve a key result."""
    return many(
        WorkShare,
        Relation(view="work_share", on="start_id"),
        description="Whose milestones serve it, by the topmost piece of work that they lie in.",
    )
