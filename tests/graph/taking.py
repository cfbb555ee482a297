"""What tests of exports do: take facts away as somebody, and look at what left."""

import json
from typing import Any

import httpx

from tests.graph.client import Answer, Client

EXPORTS = """{ organization { exports { totalCount nodes {
  firstPosition lastPosition format sha256 complete author { id } } } } }"""
FORMATS = ("ndjson", "csv", "parquet", "cloudevents", "ocsf")


async def taken(client: Client, **said: Any) -> httpx.Response:
    """What comes of asking for facts."""
    headers = {"Authorization": f"Bearer {client.token}"} | said.pop("headers", {})
    return await client.http.get("/audit/events", params=said, headers=headers)


def facts(answer: httpx.Response) -> list[Answer]:
    return [json.loads(line) for line in answer.text.split("\n") if line]


def cursor_of(fact: Answer) -> str:
    return f"{fact['epoch']}.{fact['position']}.{fact['chain'][:16]}"


async def listed(client: Client) -> list[Answer]:
    exports: list[Answer] = (await client.ask(EXPORTS))["organization"]["exports"]["nodes"]
    return exports
