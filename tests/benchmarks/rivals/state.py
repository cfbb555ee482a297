"""The state as rivals read it: the tables of the present, under the names they have."""

from typing import Any

import asyncpg

from server.pools import search_path
from server.settings import Settings

VERSION = 1
SCHEMA = f"state_{VERSION}"


async def pool(url: str, **more: Any) -> asyncpg.Pool:
    """As many connections as okrlog has, with its settings; the statements are the rival's own."""
    settings = {"search_path": search_path(VERSION, "now"), "timezone": "UTC", "jit": "off"}
    return await asyncpg.create_pool(
        url, min_size=1, max_size=Settings().pool_size, server_settings=settings, **more
    )
