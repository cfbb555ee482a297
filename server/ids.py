"""Ids: UUIDs of version 7, which sort by the time they were made and so keep indexes compact."""

import secrets
import time
from uuid import UUID

NOWHERE = UUID(int=0)


def new_id() -> UUID:
    """48 bits of milliseconds, then version, variant and 74 random bits (RFC 9562)."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62
    return UUID(int=value | (random & (1 << 62) - 1))


def as_id(text: str) -> UUID:
    """The id that a client sent; what is no id of ours names nothing, like any unknown one."""
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
