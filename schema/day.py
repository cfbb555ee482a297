"""On which day: what depends on it is asked for one, and takes today if none is named."""

from datetime import UTC, date, datetime
from inspect import Parameter
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import strawberry
from strawberry.types import Info

from server.reads.loader import Loader
from server.reads.shapes import Relation

HEAD = Relation(view="organization", on="id", order="id")

AS_ON = (
    "As on this day; if left out today where the organization is, "
    "or with `asOf` the day on which that position was recorded."
)
ON = Parameter(
    "on",
    Parameter.KEYWORD_ONLY,
    annotation=Annotated[date | None, strawberry.argument(description=AS_ON)],
    default=None,
)


async def day_of(loader: Loader, info: Info[Any, Any]) -> date:
    """The day that is meant where none is named; days begin where the organization is."""
    own = info.context.viewer.organization_id
    head = await loader.row(HEAD, own)
    moment = head and head["recorded_at"] if loader.past else None
    if head is None:
        head = await info.context.reads.row(HEAD, own)
    moment = moment or datetime.now(UTC)
    return moment.astimezone(ZoneInfo(head["time_zone"])).date()
