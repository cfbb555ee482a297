"""How key results are measured, and how that changed."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.curve import curve
from schema.fields import one, read, stored
from schema.machine import machine
from schema.node import Node
from server.okr import terms
from server.reads.shapes import Relation
from server.reads.sources import Here, Kept

MILESTONES = Relation(view="milestone", on="key_result_id", order="ordinal", within=True)


@registry.known
@nouns.shown(terms.Milestone)
class Milestone(terms.Milestone, Node):
    """A step that is either done or not."""

    done: bool = strawberry.field(description="Whether it was reached.")


@registry.known
@nouns.shown(terms.Metric)
class Metric(terms.Metric):
    """How a key result is measured, and what it is to reach."""

    milestones: Any = read(
        Kept(column="milestones", relation=MILESTONES),
        list[Milestone],
        "The steps, for MILESTONES.",
        shows=Milestone,
    )


def metric() -> Any:
    """The metric that a key result's row holds."""
    return read(Here(), Metric, "How it is measured.", shows=Metric)


def stored_metric(column: str, description: str) -> Any:
    """A metric as it was kept."""
    return stored(Metric, column, description)


@registry.known
@nouns.shown(terms.KeyResult)
class KeyResultAsStated(terms.KeyResult):
    """What was stated of a key result at one time, beside how it was measured."""

    state: terms.KeyResultState = strawberry.field(description="How far it was.")
    owner: Any = one(
        "Person",
        "person",
        key="owner_person_id",
        optional=True,
        description="The person who reported it.",
    )
    curve: Any = curve()


@registry.known
@nouns.shown(None)
class KeyResultRevision(Node):
    """A mid-cycle change, kept beside what it changed."""

    reason: str = strawberry.field(description="Why it changed.")
    category: terms.RevisionCategory = strawberry.field(description="What kind of reason.")
    author: Any = one(
        "Person", "person", key="actor_id", optional=True, description="Who changed it."
    )
    machine: Any = machine("The program that changed it.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    before: Any = stored_metric("before", "How it was measured.")
    after: Any = stored_metric("after", "How it is measured from here on.")
    running: bool = strawberry.field(description="Whether the cycle had started.")
    request: Any = one(
        "Request",
        "request",
        key="request_id",
        optional=True,
        description="The request by which it was proposed, if it was.",
    )
    proposed_by: Any = one(
        "Person", "person", key="proposed_by_id", optional=True, description="Who proposed it."
    )
    approved_by: Any = one(
        "Person",
        "person",
        key="approved_by_id",
        optional=True,
        description="Who accepted the proposal.",
    )
    stated_before: Any = stored(KeyResultAsStated, "before", "What else was stated of it.")
    stated_after: Any = stored(
        KeyResultAsStated, "after", "What else is stated of it from here on."
    )
