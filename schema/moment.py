"""As of when: a place in the log, or a moment that leads to one."""

from datetime import UTC, datetime
from inspect import Parameter
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import strawberry
from graphql import GraphQLError
from strawberry.types import Info

from schema.context import Context
from schema.words import Position
from server.reads.answers import Moment
from server.reads.loader import Loader


@strawberry.input(
    one_of=True,
    description="A moment of the log. `time` means the last position recorded at or before it.",
)
class AsOf:
    """A moment of the log."""

    position: Position | None = strawberry.field(
        default=strawberry.UNSET, description="Place in the log; 0 stands before the first fact."
    )
    time: datetime | None = strawberry.field(
        default=strawberry.UNSET, description="The last position recorded at or before it."
    )


THEN = "As it was then, as far as the viewer may see it now."
AS_OF = Parameter(
    "as_of",
    Parameter.KEYWORD_ONLY,
    annotation=Annotated[AsOf | None, strawberry.argument(description=THEN)],
    default=None,
)


async def moment_of(context: Context, as_of: AsOf | None) -> Moment:
    """The position that is meant and its day, where the organization is; now where none is named.

    Raises GraphQLError where the log does not go so far.
    """
    position, recorded_at = None, None
    viewer = context.viewer
    if as_of is not None:
        values = as_of.position or None, as_of.time or None
        [found] = await context.handler.database.fetch(viewer.organization_id, "moment", *values)
        position, recorded_at = found["at"], found["recorded_at"]
        if position > found["head"]:
            raise _too_late(found["head"])
    when = recorded_at or datetime.now(UTC)
    return Moment(position=position, day=when.astimezone(ZoneInfo(viewer.time_zone)).date())


async def reads_as_of(info: Info[Any, Any], as_of: AsOf | None) -> Loader:
    """The reads of the present, or those of the position that a moment leads to."""
    present: Loader = info.context.reads
    moment = await moment_of(info.context, as_of)
    return present if moment.position is None else present.as_of(moment.position)


def _too_late(head: int) -> GraphQLError:
    extensions = {"code": "INVALID", "argument": "asOf.position", "head": head}
    return GraphQLError(f"The log ends at position {head}.", extensions=extensions)
