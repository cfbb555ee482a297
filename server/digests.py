"""Posts digests once a week: to everybody, and of every team and cycle, where somebody listens."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import structlog

from server.database import Database
from server.losses import DatabaseUnavailable, TookTooLong
from server.settings import Settings
from server.webhooks import PATIENCE, NotDelivered, post

log = structlog.get_logger()

LOOK_SECONDS = 600
KEPT = timedelta(days=7)


@dataclass(kw_only=True)
class Digests:
    """Looks from time to time whether the day has come, for as long as a server runs.

    What arrived is known to this process alone: another one posts the same under the same key.
    """

    database: Database
    address: str
    weekday: int
    _arrived: set[tuple[UUID, date]] = field(default_factory=set)

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
        self._arrived = {each for each in self._arrived if each[1] > now.date() - KEPT}
        for head in await self.database.anywhere("heads"):
            await self.of(head["org_id"], now)

    async def of(self, organization_id: UUID, now: datetime) -> None:
        """Post what is due of one organization."""
        after: UUID | None = None
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            while rows := await self._next(organization_id, now, after):
                for row in rows:
                    place = row["id"], row["on"]
                    if place not in self._arrived:
                        await self._post(client, organization_id, row)
                        self._arrived.add(place)
                after = rows[-1]["id"]

    async def _next(self, organization_id: UUID, now: datetime, after: UUID | None) -> Any:
        return await self.database.fetch(organization_id, "digests", now, after, self.weekday)

    async def _post(
        self, client: httpx.AsyncClient, organization_id: UUID, row: Mapping[str, Any]
    ) -> None:
        told = {**row, "organization": organization_id, "moved": json.loads(row["moved"])}
        content, key = json.dumps(told, default=str), f"{organization_id}/{row['id']}/{row['on']}"
        await post(client, self.address, content, kind="application/json", key=key)


@asynccontextmanager
async def telling(database: Database, settings: Settings) -> AsyncIterator[None]:
    """Digests are posted meanwhile, if the settings say where to."""
    if settings.digest_webhook is None:
        yield
        return
    digests = Digests(
        database=database, address=str(settings.digest_webhook), weekday=settings.digest_weekday
    )
    under_way = asyncio.create_task(digests.go())
    try:
        yield
    finally:
        under_way.cancel()
        with suppress(asyncio.CancelledError):
            await under_way
