"""The least that could be done: one insert into a table whose key is a sequence."""

from pathlib import Path

import asyncpg

from tests.benchmarks.databases import new_database
from tests.benchmarks.rivals.store import Message, Store

TABLE = Path(__file__).with_suffix(".sql")
INSERT = "insert into plain_event (org_id, stream_id, type, body) values ($1, $2, $3, $4)"


async def installed(url: str) -> Store:
    """The table in a database of its own."""
    async with new_database(url, "plain_insert") as (own, connection):
        await connection.execute(TABLE.read_text())
        return Store(name="plain insert", url=own, write=_write)


async def _write(connection: asyncpg.Connection, message: Message) -> None:
    await connection.execute(
        INSERT, message.organization_id, message.stream_id, message.type, message.body
    )
