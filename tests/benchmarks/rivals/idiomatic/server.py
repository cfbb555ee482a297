"""A GraphQL server as a competent user of Strawberry writes it, over the state of okrlog."""

import asyncio
import os
import sys
from typing import Any
from uuid import UUID

import asyncpg
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.types import Info

from tests.benchmarks.rivals import state
from tests.benchmarks.rivals.idiomatic.loaders import Loaders
from tests.benchmarks.rivals.idiomatic.types import (
    Objective,
    ObjectivePage,
    PageInfo,
    Progress,
)

SEEN = """
select o.id, o.key, o.title, o.description, o.ambition, o.state, o.accountable_person_id,
  o.created_position, p.value, p.raw
from objectives o
left join progress p on p.org_id = o.org_id and p.id = o.id
where o.org_id = $1 and (o.visibility = 'ORGANIZATION' or participates(o.org_id, o.id, $2))"""

PAGE = f"{SEEN} and o.created_position > $4 order by o.created_position limit $3"

OF_CYCLE = f"""{SEEN}
  and o.cycle_id = (select c.id from cycles c where c.org_id = $1 and c.key = $4)
order by o.created_position limit $3"""


@strawberry.type
class Query:
    @strawberry.field
    async def objectives(self, info: Info[Any, Any], first: int, after: int = 0) -> ObjectivePage:
        return await _page(info, PAGE, first, after)

    @strawberry.field
    async def cycle(self, info: Info[Any, Any], key: str, first: int) -> ObjectivePage:
        return await _page(info, OF_CYCLE, first, key)


async def _page(info: Info[Any, Any], text: str, first: int, value: int | str) -> ObjectivePage:
    """One row more tells whether more come after."""
    asked = info.context["organization"], info.context["viewer"], first + 1, value
    rows = await info.context["pool"].fetch(text, *asked)
    shown = rows[:first]
    end = shown[-1]["created_position"] if shown else None
    return ObjectivePage(
        nodes=[_objective(row) for row in shown],
        page_info=PageInfo(has_next_page=len(rows) > first, end_cursor=end),
    )


def _objective(row: asyncpg.Record) -> Objective:
    return Objective(
        id=row["id"],
        key=row["key"],
        title=row["title"],
        description=row["description"],
        ambition=row["ambition"],
        state=row["state"],
        progress=Progress(value=row["value"], raw=row["raw"]),
        accountable_id=row["accountable_person_id"],
    )


class Endpoint(GraphQL[Any, Any]):
    """Strawberry's own, with a pool; who asks stands in headers."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        super().__init__(strawberry.Schema(Query), graphql_ide=None)
        self._pool = pool

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> dict[str, Any]:
        organization = UUID(request.headers["organization"])
        return {
            "pool": self._pool,
            "organization": organization,
            "viewer": UUID(request.headers["viewer"]),
            "loaders": Loaders(self._pool, organization),
        }


async def _ready(_: Request) -> Response:
    return PlainTextResponse("ready")


async def serve(url: str, port: int) -> None:
    """The same web server as okrlog's."""
    async with await state.pool(url) as pool:
        routes = [Route("/health/ready", _ready), Route("/graphql", Endpoint(pool))]
        app = Starlette(routes=routes)
        config = uvicorn.Config(app, port=port, log_level="warning", lifespan="off")
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(serve(os.environ["RIVAL_DATABASE_URL"], int(sys.argv[1])))
