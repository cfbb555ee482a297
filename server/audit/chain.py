"""The exact bytes of the chain, as docs/audit.md writes them down."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from struct import Struct

from server.audit.lines import Line

BEGINNING = bytes(32)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HEADER = Struct(">32s16sIQ16sI32sIq16s32s")
"""All that has a fixed length, in network byte order: from the previous chain to the digest."""
AT_HAND = 4_096
HASH = re.compile(r"[0-9a-f]{64}").fullmatch
ONE = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
UUIDS = re.compile(f"{ONE}(?:{ONE})?").fullmatch
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII).fullmatch


class IllFormed(ValueError):
    """A text is not written as an export writes it."""


def hash_of(text: str) -> bytes:
    """The 32 bytes that 64 small hexadecimal digits stand for."""
    if not HASH(text):
        raise IllFormed(f"{text!r} is no hash")
    return bytes.fromhex(text)


def uuids(text: str) -> bytes:
    """The bytes of UUIDs that stand side by side, in the order in which they are written."""
    if not UUIDS(text):
        raise IllFormed(f"{text!r} is no UUID")
    return bytes.fromhex(text.replace("-", ""))


often = lru_cache(AT_HAND)(uuids)
"""The same for those that come up again and again."""


def microseconds(text: str) -> int:
    """Whole microseconds since 1970-01-01 in UTC."""
    if not MOMENT(text):
        raise IllFormed(f"{text!r} is no moment")
    return (datetime.fromisoformat(text) - EPOCH) // MICROSECOND


def chained(previous_chain: bytes, line: Line, recorded_at: int, body_digest: bytes) -> bytes:
    """SHA-256 over the previous hash, the header in network byte order, body digest and type."""
    fixed = HEADER.pack(
        previous_chain,
        often(line.organization_id),
        line.epoch,
        line.position,
        often(line.stream_id),
        line.version,
        uuids(line.event_id + line.command_id),
        line.schema_version,
        recorded_at,
        often(line.actor_id),
        body_digest,
    )
    return sha256(fixed + line.type.encode()).digest()
