"""Taking the log away: what is sent, and the fact that it was, by whom and how far."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from server.audit.export import head, pieces
from server.audit.formats import CloudEvents, Csv, Ndjson, UnknownFormat, Writer
from server.audit.ocsf import Ocsf
from server.audit.operator import by_the_operator
from server.audit.parquet import Parquet
from server.commands import Actor, Handler
from server.cursors import NotInThisLog, position_of
from server.database import Database
from server.okr.export_words import ExportFormat
from server.okr.exports import ExportLog, export_log

WRITERS: dict[ExportFormat, type[Writer]] = {
    ExportFormat.NDJSON: Ndjson,
    ExportFormat.CSV: Csv,
    ExportFormat.PARQUET: Parquet,
    ExportFormat.CLOUDEVENTS: CloudEvents,
    ExportFormat.OCSF: Ocsf,
}


def format_of(name: str) -> ExportFormat:
    """The format that a name means; raises UnknownFormat."""
    try:
        return ExportFormat[name.upper()]
    except KeyError:
        raise UnknownFormat(name) from None


async def place_of(database: Database, organization_id: UUID, text: str | None) -> int:
    """The position that a cursor or a number means, or the head; raises as `position_of` does."""
    ends = await head(database, organization_id)
    if text is None:
        return ends
    if not text.isascii() or not text.isdigit():
        return await position_of(database, organization_id, text)
    if int(text) > ends:
        raise NotInThisLog(ends, ahead=True)
    return int(text)


@dataclass(kw_only=True)
class Taking:
    """Facts on their way out, for somebody, or for who operates the server."""

    handler: Handler
    organization_id: UUID
    person_id: UUID | None
    after: int
    until: int
    format: ExportFormat
    writer: Writer = field(init=False)
    _digest: Any = field(default_factory=sha256)
    _last: int = 0
    _telling: bool = False

    def __post_init__(self) -> None:
        self.writer = WRITERS[self.format]()

    async def sent(self) -> AsyncGenerator[bytes, None]:
        """What leaves, piece by piece: the last one only once it is a fact that all of it left."""
        complete = False
        try:
            held = b""
            async for piece in self._written():
                if held:
                    yield held
                held = piece
            complete = True
            await asyncio.shield(self._note(complete=True))
            yield held
        finally:
            if not complete:
                await asyncio.shield(self._note(complete=False))

    async def _written(self) -> AsyncIterator[bytes]:
        if begun := self._counted(self.writer.begin()):
            yield begun
        database = self.handler.database
        async for piece in pieces(database, self.organization_id, self.after, self.until):
            sent = await asyncio.to_thread(self.writer.written, piece.lines)
            self._last, self._telling = piece.last, self._telling or piece.telling
            yield self._counted(sent)
        if ended := self._counted(self.writer.end()):
            yield ended

    def _counted(self, sent: bytes) -> bytes:
        self._digest.update(sent)
        return sent

    async def _note(self, *, complete: bool) -> None:
        """That nothing but exports left is not worth a fact, or reading on would never end."""
        if not self._telling:
            return
        said = ExportLog(
            first_position=self.after + 1,
            last_position=self._last,
            format=self.format,
            sha256=self._digest.hexdigest(),
            complete=complete,
        )
        if self.person_id is not None:
            actor = Actor(organization_id=self.organization_id, id=self.person_id)
            await self.handler.carry_out(actor, export_log, said)
        else:
            entry = by_the_operator(self.organization_id, export_log, said)
            await self.handler.log.append(entry)
