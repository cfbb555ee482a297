"""Proposals in the graph: what somebody wants to change of a key result."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info
from strawberry.utils.str_converters import to_camel_case

from schema import nouns, registry
from schema.context import reads
from schema.curve import curve
from schema.fields import one
from server.facts import from_stored
from server.okr import terms
from server.okr.proposal_now import ProposalNow

BESIDE = {"category", "milestones"}


def _metric(root: Any) -> Any:
    if root.stated_metric is None:
        return None
    steps = [vars(each) | {"done": False} for each in root.steps]
    return registry.shown("Metric", vars(root.stated_metric) | {"milestones": steps})


@nouns.shown(None)
class Proposal:
    """What somebody wants to change of a key result: null where `changes` does not name it."""

    changes: list[str] = strawberry.field(description="The fields that would change.")
    category: terms.RevisionCategory = strawberry.field(description="What kind of reason.")
    title: str | None = strawberry.field(description="The new sentence.")
    verb: str | None = strawberry.field(description="What would be done from then on.")
    counted: str | None = strawberry.field(description="What would be counted from then on.")
    weight: Decimal | None = strawberry.field(description="How much it would count.")
    due_on: date | None = strawberry.field(description="Day by which it would be due.")
    owner: Any = one(
        "Person",
        "person",
        key="owner_person_id",
        optional=True,
        description="Who would report it.",
    )
    metric: Any = strawberry.field(
        resolver=_metric,
        graphql_type=registry.lazily("Metric") | None,
        description="How it would be measured.",
    )
    curve: Any = curve()


def _proposal(root: Any, info: Info[Any, Any]) -> Any:
    """From what the request keeps."""
    if root.proposal is None:
        return None
    stored = json.loads(root.proposal)
    said = vars(from_stored(ProposalNow, stored | {"stated": [*stored]}))
    beside = {
        "changes": sorted(to_camel_case(each) for each in stored.keys() - BESIDE),
        "stated_metric": said["metric"],
        "steps": said["milestones"],
        "curve": stored.get("curve"),
        "reads": reads(root, info),
    }
    return registry.as_noun(Proposal, said | beside)


def proposal() -> Any:
    """What a request proposes to change."""
    return strawberry.field(
        resolver=_proposal,
        graphql_type=Proposal | None,
        description="What is proposed to change; null where something else is asked for.",
    )
