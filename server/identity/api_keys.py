"""For whom the keys of programs speak."""

import hmac
from dataclasses import dataclass, field

from server.auth import Bearer, Unauthenticated
from server.database import Database
from server.identity.secrets import PREFIX, ApiKey
from server.reads.recent import Recent

REMEMBERED = 1_000


@dataclass(kw_only=True)
class ApiKeys:
    """Finds out whose key it is, once; whether it still stands is asked with every request."""

    database: Database
    _found: Recent = field(default_factory=lambda: Recent(REMEMBERED))

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
        return self._found.of(seen, lambda: bearer)

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
