"""As of when: a place in the log, or a moment that leads to one."""

from datetime import datetime
from inspect import Parameter
from typing import Annotated, Any

import strawberry
from graphql import GraphQLError
from strawberry.types import Info

from schema.words import Position
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


async def reads_as_of(info: Info[Any, Any], as_of: AsOf | None) -> Loader:
    """The reads of the present, or those of the position that a moment leads to."""
    present: Loader = info.context.reads
    if as_of is None:
        return present
    position = as_of.position or None
    found = await info.context.handler.database.fetch_row(
        info.context.viewer.organization_id, "moment", position, as_of.time or None
    )
    if found["at"] > found["head"]:
        message = f"The log ends at position {found['head']}."
        extensions = {"code": "INVALID", "argument": "asOf.position", "head": found["head"]}
        raise GraphQLError(message, extensions=extensions)
    return present.as_of(found["at"])
