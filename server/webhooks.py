"""What is posted to an address that somebody listens at: by one of all servers, once."""

from hashlib import blake2b
from uuid import UUID

import httpx

from server.database import Database

PATIENCE = 10
"""Seconds that they have to take it."""
HELD = 60
"""Seconds after which another server posts what one of them began to post, and then was gone."""


class NotDelivered(Exception):
    """Somebody was there and did not take it."""


class HeldElsewhere(Exception):
    """Another server is posting it."""


def place_of(key: str, address: str) -> str:
    """What it is remembered as; an address may have a password in it, and is not written down."""
    return f"{key} {place_suffix(address)}"


def place_suffix(address: str) -> str:
    """The same wherever it is worked out."""
    return blake2b(address.encode(), digest_size=8).hexdigest()


async def post_once(
    database: Database, organization_id: UUID, address: str, content: str, *, kind: str, key: str
) -> None:
    """Post something unless it has arrived.

    Raises HeldElsewhere, NotDelivered, or an httpx.HTTPError.
    """
    place = place_of(key, address)
    row = await database.fetch_row(organization_id, "take_delivery", place, HELD)
    if row is None or row["taken"] is None:
        return
    if not row["taken"]:
        raise HeldElsewhere(key)
    arrived = False
    try:
        await post(address, content, kind=kind, key=key)
        arrived = True
    finally:
        await database.fetch(organization_id, "note_delivery", place, arrived)


async def post(address: str, content: str, *, kind: str, key: str) -> None:
    """Post something under a key that is the same each time it is posted.

    Raises NotDelivered, or an httpx.HTTPError.
    """
    headers = {"Content-Type": kind, "Idempotency-Key": key}
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        answer = await client.post(address, content=content, headers=headers)
    if not answer.is_success:
        # Not httpx's own sentence, which repeats the address: it may have a password in it.
        raise NotDelivered(f"the webhook answers {answer.status_code}")
