"""Whether a client already has the answer: a tag made of everything that an answer depends on."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from starlette.responses import Response
from strawberry.http import GraphQLRequestData

from server.auth import Viewer
from server.queries import SQL

VARY = "Authorization, Accept"


def unchanged(tag: str) -> Response:
    """The answer to a client that has the answer."""
    return Response(status_code=304, headers=kept_under(tag))


def kept_under(tag: str) -> Mapping[str, str]:
    """What says that an answer may be kept by whoever got it, and asked for again by its tag."""
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": VARY}


def edition(schema: str) -> str:
    """What answers look like and how they are read; another one after the server was changed."""
    digest = sha256(schema.encode())
    for path in sorted(SQL.rglob("*.sql")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def tag_of(said: GraphQLRequestData, viewer: Viewer, kind: str, edition: str) -> str:
    """The same for as long as the answer is: until something is recorded, or the day ends.

    What a viewer may see follows from the log, so that its position stands for that too; with the
    chain there, so that what was answered in a branch that is gone is answered anew.
    """
    today = datetime.now(UTC).astimezone(ZoneInfo(viewer.time_zone)).date()
    asked = [said.query, said.operation_name, said.variables, said.extensions, kind]
    asker = [viewer.organization_id, viewer.person_id]
    branch = [viewer.epoch, viewer.position, viewer.chain.hex()]
    state = [*branch, viewer.state_version, today, edition]
    text = json.dumps([asked, asker, state], sort_keys=True, default=str)
    return f'W/"{sha256(text.encode()).hexdigest()}"'


def is_among(tag: str, tags: str | None) -> bool:
    """Whether an If-None-Match header names it."""
    return tag.removeprefix("W/") in {
        each.strip().removeprefix("W/") for each in (tags or "").split(",")
    }
