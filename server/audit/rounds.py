"""Signs logs while they go on, and gives away what was signed until it has arrived."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

import httpx
import structlog

from server.audit.delivery import Carrier, Parcel
from server.audit.issuing import Issuer, NotThatFar, NotTheSignedLog, checkpoint_of
from server.losses import DatabaseUnavailable, TookTooLong
from server.webhooks import HeldElsewhere, NotDelivered

log = structlog.get_logger()

LOOK_SECONDS = 5
Place = tuple[int, int]


@contextmanager
def guarded() -> Iterator[None]:
    """What goes wrong with one log, or on one server, is told and keeps no other from its turn."""
    try:
        yield
    except NotTheSignedLog as error:
        log.error("not signed", cause=str(error))  # noqa: TRY400 - all is said
    except (DatabaseUnavailable, NotThatFar, TookTooLong) as error:
        # A log that is on its way to another server has no end for as long as that takes.
        log.warning("no checkpoints at the moment", cause=str(error))
    except Exception:
        log.exception("a round of checkpoints failed")


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
            await self.once()

    async def once(self) -> None:
        """Sign what is due, and give away what has not arrived yet."""
        database = self.issuer.database
        with guarded():
            async for row in database.all_over("unsigned", self.seconds, self.facts):
                with guarded():
                    await self.issuer.checkpoint(row["org_id"])
        if not self.carriers:
            return
        with guarded():
            async for row in database.all_over("checkpoints"):
                checkpoint = checkpoint_of(row["org_id"], row)
                note = checkpoint.signed(self.issuer.signer)
                with guarded():
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
