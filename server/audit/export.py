"""The log as lines of JSON, one fact each, streamed with flat memory."""

import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg

from server.database import Database

FORMATS = ("ndjson",)
AT_ONCE = 500


async def lines(database: Database, organization_id: UUID, after: int = 0) -> AsyncIterator[str]:
    """Every fact after a position; bodies about what is private are withheld, digests stay."""
    # No transaction spans it: whoever reads may take their time.
    while rows := await database.fetch(organization_id, "export", after, AT_ONCE):
        for row in rows:
            yield line(organization_id, row)
        after = rows[-1]["position"]


def line(organization_id: UUID, row: asyncpg.Record) -> str:
    """One fact with all that its hash depends on."""
    withheld = row["withheld"]
    fact: dict[str, Any] = {
        "organizationId": str(organization_id),
        "epoch": row["epoch"],
        "position": row["position"],
        "streamId": str(row["stream_id"]),
        "version": row["version"],
        "eventId": str(row["event_id"]),
        "commandId": str(row["command_id"]),
        "type": row["type"],
        "schemaVersion": row["schema_version"],
        "recordedAt": row["recorded_at"].strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "actorId": str(row["actor_id"]),
        "body": None if withheld else row["body"],
        "bodyDigest": row["body_digest"].hex(),
        "private": None if withheld else _private(row),
        "previousChain": row["previous_chain"].hex(),
        "chain": row["chain"].hex(),
    }
    if withheld:
        fact["withheld"] = True
    return json.dumps(fact, ensure_ascii=False, separators=(",", ":"))


def _private(row: asyncpg.Record) -> dict[str, Any]:
    """Salt and value of each private field; null where it was redacted."""
    kept: dict[str, Any] = json.loads(row["private"] or "{}")
    committed = json.loads(row["body"]).get("private", {})
    return {field: kept.get(field) for field in committed}
