"""For whom the keys of programs speak."""

import hmac
import time
from dataclasses import dataclass, field

import asyncpg
import structlog

from server.auth import Bearer, Unauthenticated
from server.database import Database
from server.identity.secrets import PREFIX, ApiKey
from server.losses import DatabaseUnavailable, TookTooLong
from server.queries import query
from server.reads.recent import Recent

log = structlog.get_logger()

REMEMBERED = 1_000
NOTED_EVERY = 60


@dataclass(kw_only=True)
class ApiKeys:
    """Finds out whose key it is, once; whether it still stands is asked with every request."""

    database: Database
    _found: Recent = field(default_factory=lambda: Recent(REMEMBERED))
    _noted: Recent = field(default_factory=lambda: Recent(REMEMBERED))

    def take(self, token: str) -> bool:
        """Whether it looks like a key."""
        return token.startswith(PREFIX)

    async def bearer(self, token: str) -> Bearer:
        """For whom a key speaks; raises Unauthenticated."""
        key = ApiKey.read(token)
        if key is None:
            raise Unauthenticated
        # The secret itself is not remembered; it says the same for good, or nothing.
        seen = key.organization_id, key.id, key.digest
        found: Bearer | None = self._found.get(seen)
        bearer = found or await self._bearer(key)
        await self._note(bearer)
        return self._found.of(seen, lambda: bearer)

    async def _note(self, bearer: Bearer) -> None:
        """That it is used, once a minute; where that cannot be noted it is used all the same."""
        now = time.monotonic()
        if now < self._noted.get(bearer.token_id, 0):
            return
        self._noted.pop(bearer.token_id, None)
        self._noted.of(bearer.token_id, lambda: now + NOTED_EVERY)
        said = bearer.organization_id, bearer.token_id
        try:
            async with self.database.transaction(bearer.organization_id) as connection:
                await connection.fetchval(query("note_api_key_use"), *said)
        except (DatabaseUnavailable, TookTooLong, asyncpg.PostgresError) as error:
            log.warning("the use of a key was not noted", cause=str(error))

    async def _bearer(self, key: ApiKey) -> Bearer:
        row = await self.database.fetch_newest(key.organization_id, "api_key", key.id)
        if row is None or not hmac.compare_digest(row["digest"] or "", key.digest):
            raise Unauthenticated
        return Bearer(
            organization_id=key.organization_id,
            person_id=row["person_id"],
            token_id=key.id,
            expires=row["expires"],
        )
