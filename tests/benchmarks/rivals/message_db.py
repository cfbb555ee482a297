"""message-db, an event store in a handful of functions: its own SQL, taken from npm at run time."""

import re
import uuid
from pathlib import Path

import asyncpg

from tests.benchmarks.databases import new_database
from tests.benchmarks.rivals import npm
from tests.benchmarks.rivals.store import Message, Store

PACKAGE = "@eventide/message-db@1.3.1"
# In the order of its install.sh, which would also make a role, and the extension pgcrypto: the
# embedded PostgreSQL has none, and what message-db takes from it, gen_random_uuid, is built in.
TABLES = ["schema/message-store", "tables/messages", "types/message"]
INDEXES = ["indexes/messages-id", "indexes/messages-stream", "indexes/messages-category"]
SETTINGS = {"search_path": "message_store, public"}
WRITE = "select write_message($1, $2, $3, $4::jsonb)"


async def installed(url: str, scratch: Path) -> Store:
    """All of it in a database of its own."""
    files = npm.fetched(PACKAGE, scratch) / "@eventide/message-db/database"
    async with new_database(url, "message_store") as (own, connection):
        await connection.execute(
            "select set_config('search_path', $1, false)", SETTINGS["search_path"]
        )
        for name in (*TABLES, *_functions(files), *INDEXES):
            await connection.execute((files / f"{name}.sql").read_text())
        return Store(name="message-db", url=own, write=_write, settings=SETTINGS)


def _functions(files: Path) -> list[str]:
    script = (files / "install-functions.sh").read_text()
    return re.findall(r"\$base/(functions/[\w-]+)\.sql", script)


async def _write(connection: asyncpg.Connection, message: Message) -> None:
    """An organization is a category, a key result a stream of it."""
    stream = f"{message.organization_id.hex}-{message.stream_id.hex}"
    await connection.fetchval(WRITE, str(uuid.uuid4()), stream, message.type, message.body)
