"""Signs logs while they go on, and gives away what was signed until it has arrived."""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

import httpx
import structlog

from server.audit.delivery import Carrier, Parcel
from server.audit.issuing import Issuer, NotTheSignedLog, checkpoint_of
from server.losses import DatabaseUnavailable, TookTooLong
from server.webhooks import HeldElsewhere, NotDelivered

log = structlog.get_logger()

LOOK_SECONDS = 5
Place = tuple[int, int]


@dataclass(kw_only=True)
class Rounds:
    """Goes from log to log for as long as a server runs.

    What was posted is known to all servers of the database. What became a file or a line is known
    to this process alone: another one, or this one started again, does the newest once more.
    """

    issuer: Issuer
    carriers: list[Carrier]
    seconds: int
    facts: int
    _arrived: dict[tuple[int, UUID], Place] = field(default_factory=dict)

    async def go(self) -> None:
        """Round after round, whatever goes wrong in one of them."""
        while True:
            await asyncio.sleep(min(self.seconds, LOOK_SECONDS))
            try:
                await self.once()
            except (DatabaseUnavailable, TookTooLong) as error:
                log.warning("no checkpoints at the moment", cause=str(error))
            except Exception:
                log.exception("a round of checkpoints failed")

    async def once(self) -> None:
        """Sign what is due, and give away what has not arrived yet."""
        database = self.issuer.database
        async for row in database.all_over("unsigned", self.seconds, self.facts):
            try:
                await self.issuer.checkpoint(row["org_id"])
            except NotTheSignedLog as error:
                log.error("not signed", cause=str(error))  # noqa: TRY400 - all is said
        if self.carriers:
            async for row in database.all_over("checkpoints"):
                checkpoint = checkpoint_of(row["org_id"], row)
                note = checkpoint.signed(self.issuer.signer)
                await self._give_away(Parcel(checkpoint=checkpoint, note=note))

    async def _give_away(self, parcel: Parcel) -> None:
        whose = UUID(parcel.checkpoint.organization)
        place = parcel.checkpoint.epoch, parcel.checkpoint.position
        for number, carry in enumerate(self.carriers):
            if self._arrived.get((number, whose)) == place:
                continue
            try:
                await carry(parcel)
            except HeldElsewhere:
                continue
            except (NotDelivered, OSError, httpx.HTTPError) as error:
                log.warning("a checkpoint was not delivered", cause=str(error) or repr(error))
            else:
                self._arrived[number, whose] = place
