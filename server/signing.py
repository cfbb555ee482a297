"""Checkpoints and proofs, put together: who signs, when, and where they are asked for."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from server.audit.delivery import carriers
from server.audit.issuing import Issuer, NotThatFar, NotTheSignedLog
from server.audit.notes import NoKey, Signer
from server.audit.rounds import Rounds
from server.auth import Tokens
from server.keys import signing_key
from server.meanwhile import meanwhile
from server.members import for_members
from server.settings import Settings
from server.told import refused

PLAIN = "text/plain; charset=utf-8"
Proof = Callable[[UUID, int], Awaitable[str]]


def signer_of(settings: Settings) -> Signer:
    """Who signs, with a key that is made when it is first needed."""
    key = signing_key(settings.keys, "checkpoints").private_key
    if not isinstance(key, Ed25519PrivateKey):
        raise NoKey(f"The key for checkpoints in {settings.keys} is no Ed25519 key.")
    return Signer(name=settings.checkpoint_name, key=key)


@asynccontextmanager
async def signing(issuer: Issuer, settings: Settings) -> AsyncIterator[None]:
    """Logs are signed while they go on, for as long as the block lasts."""
    if not settings.checkpoint_seconds:
        yield
        return
    rounds = Rounds(
        issuer=issuer,
        carriers=carriers(settings, issuer.database),
        seconds=settings.checkpoint_seconds,
        facts=settings.checkpoint_facts,
    )
    async with meanwhile(rounds.go()):
        yield


def routes(issuer: Issuer, tokens: Tokens) -> list[Route]:
    """What can be asked of whoever signs; the key is for everybody, the rest for members."""

    async def key(_: Request) -> Response:
        return PlainTextResponse(f"{issuer.signer.verifier}\n", media_type=PLAIN)

    async def checkpoint(_: Request, organization_id: UUID) -> Response:
        return await _told(issuer.note(organization_id))

    def proof(prove: Proof) -> Callable[[Request, UUID], Awaitable[Response]]:
        async def answer(request: Request, organization_id: UUID) -> Response:
            position: int = request.path_params["position"]
            if not 0 < position < 1 << 63:
                return refused("Say a position from 1 on.", "INVALID", 400)
            return await _told(prove(organization_id, position))

        return answer

    return [
        Route("/audit/key", key),
        Route("/audit/checkpoint", for_members(tokens, checkpoint)),
        Route("/audit/proof/{position:int}", for_members(tokens, proof(issuer.inclusion))),
        Route("/audit/growth/{position:int}", for_members(tokens, proof(issuer.growth))),
    ]


async def _told(text: Awaitable[str]) -> Response:
    """What was signed or proved, or why it was not."""
    try:
        return PlainTextResponse(await text, media_type=PLAIN)
    except NotThatFar as error:
        return refused(str(error), "NOT_FOUND", 404)
    except NotTheSignedLog as error:
        return refused(str(error), "NOT_THE_SIGNED_LOG", 409)
