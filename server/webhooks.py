"""What is posted to an address that somebody listens at."""

import httpx

PATIENCE = 10
"""Seconds that they have to take it."""


class NotDelivered(Exception):
    """Somebody was there and did not take it."""


async def post(
    client: httpx.AsyncClient, address: str, content: str, *, kind: str, key: str
) -> None:
    """Post something under a key that is the same each time it is posted.

    Raises NotDelivered, or an httpx.HTTPError.
    """
    headers = {"Content-Type": kind, "Idempotency-Key": key}
    answer = await client.post(address, content=content, headers=headers)
    if not answer.is_success:
        # Not httpx's own sentence, which repeats the address: it may have a password in it.
        raise NotDelivered(f"the webhook answers {answer.status_code}")
