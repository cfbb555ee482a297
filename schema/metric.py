"""How key results are measured, and how that changed."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.curve import curve
from schema.fields import one
from schema.node import Node
from schema.person import Machine
from server.facts import from_stored
from server.okr import terms
from server.reads.shapes import Relation

MILESTONES = Relation(view="milestone", on="key_result_id", order="ordinal")


@registry.known
@nouns.shown(terms.Milestone)
class Milestone(terms.Milestone, Node):
    """A step that is either done or not."""

    done: bool = strawberry.field(description="Whether it was reached.")


async def _milestones(root: Any, info: Info[Any, Any]) -> Any:
    """Those of the key result as it is; of a revision those that stood in it."""
    stated = root.__dict__.get("milestones")
    rows = await reads(root, info).rows(MILESTONES, root.id) if stated is None else stated
    return [registry.as_noun(Milestone, row) for row in rows]


@registry.known
@nouns.shown(terms.Metric)
class Metric(terms.Metric):
    """How a key result is measured, and what it is to reach."""

    milestones: Any = strawberry.field(
        resolver=_milestones, graphql_type=list[Milestone], description="The steps, for MILESTONES."
    )


def metric_of(row: dict[str, Any]) -> Any:
    """The metric that a key result's row holds."""
    return registry.as_noun(Metric, row)


def _before(root: Any) -> Any:
    return _stored(root.before)


def _after(root: Any) -> Any:
    return _stored(root.after)


def _stored(text: str) -> Any:
    """A metric as it was kept with a revision."""
    stored = json.loads(text, parse_float=Decimal)
    milestones = [
        vars(from_stored(terms.PlannedMilestone, each)) | {"done": each["done"]}
        for each in stored.pop("milestones", None) or []
    ]
    return registry.as_noun(
        Metric, vars(from_stored(terms.Metric, stored)) | {"milestones": milestones}
    )


@registry.known
@nouns.shown(terms.KeyResult)
class KeyResultAsStated(terms.KeyResult):
    """What was stated of a key result at one time, beside how it was measured."""

    owner: Any = one(
        "Person",
        "person",
        key="owner_person_id",
        optional=True,
        description="The person who reported it.",
    )
    curve: Any = curve()


def _stated_before(root: Any, info: Info[Any, Any]) -> Any:
    return _stated(root.before, reads(root, info))


def _stated_after(root: Any, info: Info[Any, Any]) -> Any:
    return _stated(root.after, reads(root, info))


def _stated(text: str, loader: Any) -> Any:
    """What else was kept with a revision."""
    stored = json.loads(text, parse_float=Decimal)
    owner = stored["owner_person_id"] and UUID(stored["owner_person_id"])
    beside = {"owner_person_id": owner, "curve": stored.get("curve"), "reads": loader}
    said = vars(from_stored(terms.KeyResult, stored))
    return registry.as_noun(KeyResultAsStated, said | beside)


@registry.known
@nouns.shown(None)
class KeyResultRevision(Node):
    """A mid-cycle change, kept beside what it changed."""

    reason: str = strawberry.field(description="Why it changed.")
    category: terms.RevisionCategory = strawberry.field(description="What kind of reason.")
    author: Any = one(
        "Person", "person", key="actor_id", optional=True, description="Who changed it."
    )
    machine: Machine | None = strawberry.field(
        resolver=lambda: None, description="The program that changed it."
    )
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    before: Any = strawberry.field(
        resolver=_before, graphql_type=Metric, description="How it was measured."
    )
    after: Any = strawberry.field(
        resolver=_after, graphql_type=Metric, description="How it is measured from here on."
    )
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
    stated_before: Any = strawberry.field(
        resolver=_stated_before,
        graphql_type=KeyResultAsStated,
        description="What else was stated of it.",
    )
    stated_after: Any = strawberry.field(
        resolver=_stated_after,
        graphql_type=KeyResultAsStated,
        description="What else is stated of it from here on.",
    )
