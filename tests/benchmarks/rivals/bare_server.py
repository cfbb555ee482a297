"""A bare endpoint: Starlette takes a check-in as JSON, and calls one insert."""

import asyncio
import json
import os
import sys
from uuid import UUID

import asyncpg
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from server.settings import Settings

INSERT = """
insert into plain_event (org_id, stream_id, type, body)
values ($1, $2, 'CheckInRecorded', $3) returning id"""


def app(pool: asyncpg.Pool) -> Starlette:
    """The endpoint, and the path that says whether it is there."""

    async def ready(_: Request) -> JSONResponse:
        return JSONResponse({"status": "ready"})

    async def record(request: Request) -> JSONResponse:
        said = await request.json()
        report = said["report"]
        organization_id, stream_id = UUID(said["organizationId"]), UUID(report["keyResultId"])
        number = await pool.fetchval(INSERT, organization_id, stream_id, json.dumps(report))
        return JSONResponse({"id": number})

    return Starlette(
        routes=[Route("/health/ready", ready), Route("/record", record, methods=["POST"])]
    )


async def serve(url: str, port: int) -> None:
    """As many connections and the same web server as okrlog."""
    async with asyncpg.create_pool(url, min_size=1, max_size=Settings().pool_size) as pool:
        config = uvicorn.Config(app(pool), port=port, log_level="warning", lifespan="off")
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(serve(os.environ["BARE_DATABASE_URL"], int(sys.argv[1])))
