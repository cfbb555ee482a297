"""A bare endpoint: the JSON of one statement, written by hand, goes from Postgres to the client."""

import asyncio
import os
import sys
from pathlib import Path
from uuid import UUID

import asyncpg
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tests.benchmarks.rivals import state

TEXTS = Path(__file__).with_suffix("")


def statement(name: str) -> str:
    """Which objectives, and what is shown of each."""
    return (TEXTS / f"{name}.sql").read_text() + (TEXTS / "shown.sql").read_text()


def app(pool: asyncpg.Pool) -> Starlette:
    """A page of objectives, those of a cycle, and the path that says whether it is there."""
    page, tree = statement("page"), statement("tree")

    async def ready(_: Request) -> Response:
        return PlainTextResponse("ready")

    async def asked(request: Request, text: str, *values: object) -> Response:
        given = request.query_params
        who = UUID(given["organization"]), UUID(given["viewer"])
        answer = await pool.fetchval(text, *who, int(given["first"]), *values)
        return Response(answer, media_type="application/json")

    async def objectives(request: Request) -> Response:
        return await asked(request, page, int(request.query_params.get("after", 0)))

    async def cycle(request: Request) -> Response:
        return await asked(request, tree, request.path_params["key"])

    return Starlette(
        routes=[
            Route("/health/ready", ready),
            Route("/objectives", objectives),
            Route("/cycles/{key}", cycle),
        ]
    )


async def serve(url: str, port: int) -> None:
    """The same web server as okrlog's."""
    async with await state.pool(url) as pool:
        config = uvicorn.Config(app(pool), port=port, log_level="warning", lifespan="off")
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(serve(os.environ["RIVAL_DATABASE_URL"], int(sys.argv[1])))
