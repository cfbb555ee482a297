"""The exact bytes of the chain, as docs/audit.md writes them down."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BEGINNING = bytes(32)


@dataclass(kw_only=True)
class Header:
    """What the chain fixes of an event, beside the digest of its body."""

    organization_id: UUID
    epoch: int
    position: int
    stream_id: UUID
    version: int
    event_id: UUID
    command_id: UUID
    type: str
    schema_version: int
    recorded_at: datetime
    actor_id: UUID


def microseconds(moment: datetime) -> int:
    """Whole microseconds since 1970-01-01 in UTC."""
    since = moment - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def chained(previous_chain: bytes, header: Header, body_digest: bytes) -> bytes:
    """SHA-256 over the previous hash, the header in network byte order, body digest and type."""
    return hashlib.sha256(
        previous_chain
        + header.organization_id.bytes
        + header.epoch.to_bytes(4)
        + header.position.to_bytes(8)
        + header.stream_id.bytes
        + header.version.to_bytes(4)
        + header.event_id.bytes
        + header.command_id.bytes
        + header.schema_version.to_bytes(4)
        + microseconds(header.recorded_at).to_bytes(8, signed=True)
        + header.actor_id.bytes
        + body_digest
        + header.type.encode()
    ).digest()
