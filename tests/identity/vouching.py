"""An OpenID Connect issuer of the tests' own, on loopback: it describes itself, and has keys."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import uvicorn
from joserfc import jwt
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.serving import free_port

AUDIENCE = "okrlog"
STARTED_WITHIN = 60


def rsa(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid})


def elliptic(kid: str) -> ECKey:
    return ECKey.generate_key("P-256", {"kid": kid})


def edwards(kid: str) -> OKPKey:
    return OKPKey.generate_key("Ed25519", {"kid": kid})


@dataclass(kw_only=True)
class Issuer:
    """Where it is, what it has published, and how often it was asked."""

    url: str
    keys: dict[str, Key] = field(default_factory=dict)
    more: list[dict[str, Any]] = field(default_factory=list)
    described: dict[str, Any] = field(default_factory=dict)
    broken: bool = False
    asked: Counter[str] = field(default_factory=Counter)

    def publish(self, *keys: Key) -> None:
        """Sign with these keys from here on, and with no others."""
        self.keys = {str(each.kid): each for each in keys}

    def claims(self, subject: str, **otherwise: Any) -> dict[str, Any]:
        """What a good token says, but for some of it; nothing where it is None.

        Times are so far from now.
        """
        now = int(time.time())
        said = {
            "iss": self.url,
            "sub": subject,
            "aud": AUDIENCE,
            "iat": now,
            "exp": now + 600,
        } | otherwise
        return {
            name: now + int(value.total_seconds()) if isinstance(value, timedelta) else value
            for name, value in said.items()
            if value is not None
        }

    def token(self, subject: str, key: Key | None = None, **otherwise: Any) -> str:
        """A token, signed with the first key unless said otherwise."""
        key = key or next(iter(self.keys.values()))
        algorithm = {"RSA": "RS256", "EC": "ES256", "OKP": "Ed25519"}[key.key_type]
        header = {"alg": algorithm, "kid": key.kid}
        return jwt.encode(header, self.claims(subject, **otherwise), key, algorithms=[algorithm])

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._description),
                Route("/keys", self._keys),
            ]
        )

    async def _description(self, _: Request) -> Response:
        self.asked["description"] += 1
        about = {"issuer": self.url, "jwks_uri": f"{self.url}/keys"}
        return Response(status_code=503) if self.broken else JSONResponse(about | self.described)

    async def _keys(self, _: Request) -> Response:
        self.asked["keys"] += 1
        keys = [each.as_dict(private=False) for each in self.keys.values()]
        return (
            Response(status_code=503) if self.broken else JSONResponse({"keys": keys + self.more})
        )


Kind = TypeVar("Kind", bound=Issuer)


@contextmanager
def vouching(kind: type[Kind]) -> Iterator[Kind]:
    """An issuer that can be asked, with one key."""
    port = free_port()
    issuer = kind(url=f"http://127.0.0.1:{port}")
    issuer.publish(rsa("first"))
    config = uvicorn.Config(
        issuer.application(), port=port, log_level="warning", lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + STARTED_WITHIN
        while not server.started:
            assert time.monotonic() < deadline, "the issuer was not ready in time"
            time.sleep(0.01)
        yield issuer
    finally:
        server.should_exit = True
        thread.join()
