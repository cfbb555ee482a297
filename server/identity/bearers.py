"""Bearer tokens that others have signed: checked once in a while, with whose person it is."""

import time
from dataclasses import dataclass, field

from server.auth import Bearer, Unauthenticated
from server.identity.issuers import LEEWAY, Issuers, NotVouched
from server.identity.people import People
from server.reads.recent import Recent

REMEMBERED = 1_000
LATEST = 2**40
"""No token is good for longer, in seconds since 1970."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A token that was found good, and until when that need not be done again."""

    bearer: Bearer
    until: float


@dataclass(kw_only=True)
class Vouchers:
    """Finds out for whom the tokens of others speak.

    What is remembered is that their signature was good and which identity they name; whether that
    identity and its person still stand is asked of the log with every request.
    """

    issuers: Issuers
    people: People
    _checked: Recent = field(default_factory=lambda: Recent(REMEMBERED))

    def take(self, token: str) -> bool:
        """Whether it is for these issuers to say whose token it is."""
        return token in self._checked or self.issuers.signed(token)

    async def bearer(self, token: str) -> Bearer:
        """Whose token it is; raises Unauthenticated."""
        checked: Checked | None = self._checked.get(token)
        if checked is None or checked.until < time.monotonic():
            self._checked.pop(token, None)
            checked = self._checked[token] = await self._check(token)
        return self._checked.of(token, lambda: checked).bearer

    async def _check(self, token: str) -> Checked:
        try:
            vouched = await self.issuers.vouched(token)
            known = await self.people.known(vouched)
        except NotVouched as error:
            raise Unauthenticated from error
        bearer = Bearer(
            organization_id=vouched.organization_id,
            person_id=known.person_id,
            token_id=known.identity_id,
            expires=min(vouched.expires + LEEWAY, LATEST),
        )
        return Checked(bearer=bearer, until=time.monotonic() + self.issuers.patience.fresh)
