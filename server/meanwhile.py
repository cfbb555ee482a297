"""Work that goes on beside other work."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def meanwhile(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """It goes on for as long as the block lasts, and has ended when that is over."""
    going_on = asyncio.create_task(work)
    try:
        yield
    finally:
        going_on.cancel()
        # Waited for rather than awaited: whoever cancels the block itself is still heard.
        await asyncio.wait([going_on])
