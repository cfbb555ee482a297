"""Requests for what is no operation count for their address, as operations do."""

from starlette.types import ASGIApp, Receive, Scope, Send

from server.rates import Gate, TooBusy, TooOften, Turn, telling
from server.reasons import why
from server.sockets import address_of


class Counted:
    """Lets through what may come from an address."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        turn = Turn(self._gate, address_of(scope))
        send = telling(turn, send)
        try:
            turn.knock()
            with turn.admitted():
                await self._app(scope, receive, send)
        except (TooOften, TooBusy) as error:
            await why(error)(scope, receive, send)
