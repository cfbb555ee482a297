"""The log over HTTP: taken away between two cursors, in any format, while the server serves."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from server.audit.formats import UnknownFormat
from server.audit.parquet import NoParquet
from server.audit.taking import Taking, format_of
from server.auth import Tokens, Unauthenticated, Viewer
from server.commands import Handler
from server.cursors import BEGINNING, NotACursor, NotInThisLog, position_of
from server.losses import DatabaseUnavailable, TookTooLong
from server.okr.authority import takes_away
from server.okr.exports import ONLY_AUDITORS
from server.told import OUTAGE, refused

PARAMETERS = ("after", "until", "format")
GZIP = 16 + zlib.MAX_WBITS


class SaidWrong(ValueError):
    """What was asked for makes no sense."""


class MayNot(Exception):
    """The log is not for them."""

    def __init__(self) -> None:
        super().__init__(ONLY_AUDITORS)


TOLD: dict[type[Exception], tuple[int, str, dict[str, str] | None]] = {
    Unauthenticated: (401, "UNAUTHENTICATED", {"WWW-Authenticate": "Bearer"}),
    MayNot: (403, "NOT_ALLOWED", None),
    NoParquet: (501, "UNAVAILABLE", None),
    DatabaseUnavailable: (503, "UNAVAILABLE", {"Retry-After": "1"}),
    TookTooLong: (504, "TIMEOUT", None),
}
SAID: dict[type[Exception], str] = {
    Unauthenticated: "Send a valid token: Authorization: Bearer …",
    DatabaseUnavailable: OUTAGE,
}
REASONS: tuple[type[Exception], ...] = (
    *TOLD,
    NotACursor,
    NotInThisLog,
    SaidWrong,
    UnknownFormat,
)


class Exporting:
    """Answers `GET /audit/events`."""

    def __init__(self, handler: Handler, tokens: Tokens) -> None:
        self._handler = handler
        self._tokens = tokens

    async def events(self, request: Request) -> Response:
        """The facts behind a cursor, as a stream; or why there are none."""
        try:
            viewer = await self._tokens.viewer(request.headers.get("authorization"))
            return await self._answered(viewer, request)
        except REASONS as error:
            return why(error)

    async def _answered(self, viewer: Viewer, request: Request) -> Response:
        if not takes_away(viewer.permissions):
            raise MayNot
        taking = await self._taking(viewer, dict(request.query_params))
        name = f"{viewer.organization_id}-{taking.after + 1}-{taking.until}.{taking.writer.suffix}"
        headers = {
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{name}"',
            "Okrlog-Cursor": await self._cursor(viewer, taking.until),
            "Vary": "Accept-Encoding, Authorization",
        }
        if request.method == "HEAD":
            return Response(media_type=taking.writer.media, headers=headers)
        body: AsyncIterator[bytes] = taking.sent()
        if takes_gzip(request.headers.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
            body = packed(body)
        return StreamingResponse(body, media_type=taking.writer.media, headers=headers)

    async def _taking(self, viewer: Viewer, said: dict[str, str]) -> Taking:
        for name in said.keys() - set(PARAMETERS):
            raise SaidWrong(f"`{name}` is not known; known are {', '.join(PARAMETERS)}.")
        after = await self._position(viewer, said.get("after", BEGINNING))
        until = said.get("until")
        last = viewer.position if until is None else await self._position(viewer, until)
        if last < after:
            raise SaidWrong("`until` lies before `after`.")
        return Taking(
            handler=self._handler,
            organization_id=viewer.organization_id,
            person_id=viewer.person_id,
            after=after,
            until=last,
            format=format_of(said.get("format", "ndjson")),
        )

    async def _position(self, viewer: Viewer, text: str) -> int:
        return await position_of(self._handler.database, viewer.organization_id, text)

    async def _cursor(self, viewer: Viewer, position: int) -> str:
        """Where to go on after a position."""
        row = await self._handler.database.fetch_row(
            viewer.organization_id, "place", viewer.epoch, position
        )
        if row is None or row["epoch"] is None:
            return BEGINNING
        return f"{row['epoch']}.{position}.{row['chain']}"


def why(error: Exception) -> Response:
    """The answer to what is not carried out."""
    if isinstance(error, NotInThisLog):
        return elsewhere(error)
    kind = next((each for each in type(error).__mro__ if each in TOLD), type(error))
    status, code, headers = TOLD.get(kind, (400, "INVALID", None))
    return refused(SAID.get(kind, str(error)), code, status, headers)


def elsewhere(error: NotInThisLog) -> Response:
    """A cursor that is not of this log: how far it goes, and how far it was the same one."""
    forked = error.ancestor is not None
    told: dict[str, Any] = {"code": "LOG_FORKED" if forked else "NOT_FOUND", "head": error.head}
    if forked:
        told["ancestor"] = error.ancestor
    body = {"errors": [{"message": str(error), "extensions": told}]}
    return JSONResponse(body, status_code=409 if forked else 404)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header takes what is packed."""
    for each in accepted.lower().split(","):
        name, _, quality = each.partition(";")
        if name.strip() in ("gzip", "*"):
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


async def packed(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The same, compressed on its way; in a thread, so that others are served meanwhile."""
    packing = zlib.compressobj(wbits=GZIP)
    async for piece in pieces:
        if some := await asyncio.to_thread(packing.compress, piece):
            yield some
    yield packing.flush()
