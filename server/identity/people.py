"""Which person of an organization it is for whom an issuer vouches."""

from dataclasses import dataclass
from uuid import UUID

import asyncpg

from server.commands import Actor, Handler
from server.identity.issuers import NotVouched, Vouched
from server.ids import new_id
from server.okr.arrivals import ProvisionPerson, provision_person
from server.okr.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class Known:
    """A person, and the identity by which they are known."""

    person_id: UUID
    identity_id: UUID


@dataclass(kw_only=True)
class People:
    """Finds people by issuer and subject; whoever is new is let in as was agreed on."""

    handler: Handler

    async def known(self, vouched: Vouched) -> Known:
        """Who it is; raises NotVouched for nobody."""
        row = await self._row(vouched)
        if row is None:
            raise NotVouched
        if row["identity_id"] is None and await self._let_in(vouched, row["namesakes"]):
            row = await self._row(vouched)
        if row is None or row["identity_id"] is None or _is_of_before(vouched, row["ended_at"]):
            raise NotVouched
        return Known(person_id=row["person_id"], identity_id=row["identity_id"])

    async def _row(self, vouched: Vouched) -> asyncpg.Record | None:
        return await self.handler.database.fetch_newest(
            vouched.organization_id,
            "identity",
            vouched.issuer,
            vouched.subject,
            vouched.email if vouched.newcomers.link else None,
        )

    async def _let_in(self, vouched: Vouched, namesakes: list[UUID]) -> bool:
        """Whether somebody new was let in, or came in by another request meanwhile."""
        newcomers = vouched.newcomers
        linked = namesakes[0] if len(namesakes) == 1 else None
        if linked is None and not newcomers.create:
            return False
        actor = Actor(
            organization_id=vouched.organization_id,
            id=linked or new_id(),
            arrives=linked is None,
        )
        said = ProvisionPerson(
            issuer=vouched.issuer,
            subject=vouched.subject,
            email=vouched.email,
            name=vouched.name or vouched.email or vouched.subject,
        )
        try:
            await self.handler.carry_out(actor, provision_person, said)
        except Refused:
            # It may be that they were let in just now, by what they asked at the same time.
            return True
        return True


def _is_of_before(vouched: Vouched, ended_at: float | None) -> bool:
    """Whether a token was issued before the identity was ended, and then given anew."""
    return ended_at is not None and (vouched.issued is None or vouched.issued <= ended_at)
