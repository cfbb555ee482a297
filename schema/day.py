"""On which day: what depends on it is asked for one, and takes today if none is named."""

from datetime import UTC, date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import strawberry
from strawberry.types import Info

from schema.context import reads
from server.reads.shapes import Relation

HEAD = Relation(view="organization", on="id", order="id")

On = Annotated[
    date | None,
    strawberry.argument(
        description="As on this day; if left out today where the organization is, "
        "or with `asOf` the day on which that position was recorded."
    ),
]


async def day_of(root: Any, info: Info[Any, Any], on: date | None) -> date:
    """The day that is meant; days begin where the organization is."""
    if on is not None:
        return on
    own, loader = info.context.viewer.organization_id, reads(root, info)
    then = await loader.row(HEAD, own) if loader.past else None
    head = then or await info.context.reads.row(HEAD, own)
    moment = then["recorded_at"] if then else datetime.now(UTC)
    return moment.astimezone(ZoneInfo(head["time_zone"])).date()
