"""Posts digests once a week: to everybody, and of every team and cycle, where somebody listens."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import structlog

from server.database import Database
from server.losses import DatabaseUnavailable, Moved, TookTooLong
from server.meanwhile import meanwhile
from server.settings import Settings
from server.webhooks import HeldElsewhere, NotDelivered, place_suffix, post_once

log = structlog.get_logger()

LOOK_SECONDS = 600


@dataclass(kw_only=True)
class Digests:
    """Looks from time to time whether the day has come, for as long as a server runs."""

    database: Database
    address: str
    weekday: int

    async def go(self) -> None:
        """Again and again, whatever goes wrong."""
        while True:
            try:
                await self.once(datetime.now(UTC))
            except (DatabaseUnavailable, TookTooLong, NotDelivered, httpx.HTTPError) as error:
                log.warning("digests were not delivered", cause=str(error) or repr(error))
            except Exception:
                log.exception("digests failed")
            await asyncio.sleep(LOOK_SECONDS)

    async def once(self, now: datetime) -> None:
        """Post all that is due at a moment and has not arrived."""
        async for head in self.database.all_over("heads"):
            try:
                # An old copy answers what is due, too; what it says is not to be posted.
                await self.database.follow(head["org_id"])
            except Moved as error:
                log.warning("digests of an organization were not posted", cause=str(error))
            else:
                await self.of(head["org_id"], now)

    async def of(self, organization_id: UUID, now: datetime) -> None:
        """Post what is due of one organization."""
        after: UUID | None = None
        while rows := await self._next(organization_id, now, after):
            for row in rows:
                with suppress(HeldElsewhere):
                    await self._post(organization_id, row)
            after = rows[-1]["id"]

    async def _next(self, organization_id: UUID, now: datetime, after: UUID | None) -> Any:
        said = now, after, self.weekday, place_suffix(self.address)
        return await self.database.fetch(organization_id, "digests", *said)

    async def _post(self, organization_id: UUID, row: Mapping[str, Any]) -> None:
        told = {**row, "organization": organization_id, "moved": json.loads(row["moved"])}
        content, key = json.dumps(told, default=str), f"{organization_id}/{row['id']}/{row['on']}"
        beside = {"kind": "application/json", "key": key}
        await post_once(self.database, organization_id, self.address, content, **beside)


@asynccontextmanager
async def telling(database: Database, settings: Settings) -> AsyncIterator[None]:
    """Digests are posted meanwhile, if the settings say where to."""
    if settings.digest_webhook is None:
        yield
        return
    digests = Digests(
        database=database, address=str(settings.digest_webhook), weekday=settings.digest_weekday
    )
    async with meanwhile(digests.go()):
        yield
