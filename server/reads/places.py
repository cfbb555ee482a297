"""Where windows of the log begin and end: a cursor leads to a place, if this log has it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from graphql import GraphQLError

from server.cursors import NotInThisLog, position_of
from server.database import Database
from server.reads.sources import Asked

ENDS = ("after", "before")


async def placed(database: Database, organization_id: UUID, asked: Asked) -> Asked:
    """What is asked, with the positions that its cursors lead to; raises GraphQLError."""
    places: dict[str, Any] = {}
    for end in ENDS:
        cursor = getattr(asked.window, end)
        if isinstance(cursor, str):
            places[end] = await _position(database, organization_id, cursor, end)
    return replace(asked, window=replace(asked.window, **places)) if places else asked


async def _position(database: Database, organization_id: UUID, cursor: str, end: str) -> int:
    try:
        return await position_of(database, organization_id, cursor)
    except NotInThisLog as lost:
        extensions = {"code": "INVALID", "argument": end, "head": lost.head}
        if lost.ancestor is not None:
            extensions |= {"code": "LOG_FORKED", "ancestor": lost.ancestor}
        raise GraphQLError(str(lost), extensions=extensions) from lost
