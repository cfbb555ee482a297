"""What a request says: a document or its id, the operation, its variables; in a body or an URL."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from starlette.types import Message, Receive
from strawberry.http import GraphQLRequestData

from server.documents import Documents
from server.media import JSON
from server.told import NotAnswered

TEXTS = ("query", "documentId", "operationName")
OBJECTS = ("variables", "extensions")
IN_JSON = f"Send one JSON object, as Content-Type: {JSON}."


class TooLarge(Exception):
    """The body is larger than the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"The request is larger than {limit} bytes.")


class TooSlow(Exception):
    """The request did not arrive in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The request took more than {seconds:g} seconds to arrive.")


def limited(receive: Receive, limit: int, seconds: float) -> Receive:
    """Receives no more bytes than a limit, and for no longer; raises TooLarge and TooSlow."""
    received = 0
    deadline = asyncio.get_running_loop().time() + seconds

    async def receive_some() -> Message:
        nonlocal received
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError as error:
            raise TooSlow(seconds) from error
        received += len(message.get("body", b""))
        if received > limit:
            raise TooLarge(limit)
        return message

    return receive_some


def in_url(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What the parameters of an URL say; raises NotAnswered."""
    said = {name: value for name, value in parameters.items() if value}
    return said | {name: _parsed(said[name]) for name in OBJECTS if name in said}


def in_body(content_type: str | None, body: str | bytes) -> Any:
    """What a body says; raises NotAnswered. Forms of other sites can only send other types."""
    if (content_type or "").partition(";")[0].strip().lower() != JSON:
        raise NotAnswered(415, IN_JSON, Accept=JSON)
    return _parsed(body)


def asked(said: Any, documents: Documents) -> GraphQLRequestData:
    """What is asked for; raises NotAnswered where something else was said."""
    if not isinstance(said, dict):
        raise NotAnswered(422, IN_JSON)
    for names, kind, called in ((TEXTS, str, "text"), (OBJECTS, dict, "an object")):
        for name in names:
            if not isinstance(said.get(name), (kind, type(None))):
                raise NotAnswered(422, f"`{name}` has to be {called}, where it is there.")
    document = documents.text(said.get("query"), said.get("documentId"))
    if not document:
        raise NotAnswered(422, "Say what you ask for, in `query` or by its `documentId`.")
    return GraphQLRequestData(
        query=document,
        variables=said.get("variables"),
        operation_name=said.get("operationName") or None,
        extensions=said.get("extensions"),
        protocol="http",
    )


def _parsed(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnswered(400, "This is no JSON that can be read.") from error
