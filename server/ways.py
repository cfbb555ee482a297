"""In which ways operations are asked: by GET and POST what ends, as a stream what goes on."""

from starlette.requests import Request
from starlette.websockets import WebSocket
from strawberry.types.graphql import OperationType

from server.media import STREAM
from server.told import NotAnswered

METHODS = ("GET", "POST")


def check_method(request: Request | WebSocket) -> None:
    """Raises NotAnswered for any other."""
    if request.scope["type"] == "http" and request.scope["method"] not in METHODS:
        allowed = ", ".join(METHODS)
        raise NotAnswered(405, f"Ask by one of {allowed}.", Allow=allowed)


def not_this_way(kind: OperationType) -> NotAnswered:
    """Why an operation of a kind is not done as it was asked."""
    if kind is OperationType.SUBSCRIPTION:
        return NotAnswered(406, f"What goes on is followed on a WebSocket or as {STREAM}.")
    return NotAnswered(405, "What changes something is said by POST.", Allow="POST")
