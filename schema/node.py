"""Everything that has an id, and how a thing is found by it."""

from typing import Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import registry
from schema.context import reads
from server.reads.shapes import Relation

VIEWS = {
    "Organization": "organization",
    "Person": "person",
    "Team": "team",
    "Cycle": "cycle",
    "Objective": "objective",
    "KeyResult": "key_result",
    "Milestone": "milestone",
    "Contribution": "contribution",
    "CheckIn": "check_in",
    "Obstacle": "obstacle",
    "Alignment": "alignment",
    "KeyResultRevision": "key_result_revision",
}
KINDS = Relation(view="node", on="id", order="id")


@strawberry.interface(description="Anything that has an id for good.")
class Node:
    """Anything that has an id for good."""

    id: UUID = strawberry.field(description="Names this thing for good.")


async def find(info: Info[Any, Any], noun: str, id_: UUID | None) -> Any:
    """A noun of a known kind by its id, or None where the viewer sees nothing by it."""
    row = await reads(info).row(Relation(view=VIEWS[noun], on="id", order="id"), id_)
    return registry.shown(noun, row)


async def find_any(info: Info[Any, Any], id_: UUID | None) -> Any:
    """Whatever an id names."""
    kind = await reads(info).row(KINDS, id_)
    return None if kind is None else await find(info, kind["kind"], id_)
