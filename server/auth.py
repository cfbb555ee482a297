"""Who is asking: signed bearer tokens, checked against what the log knows of the person."""

import time
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

import asyncpg
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from server.database import Database
from server.ids import new_id
from server.okr.terms import Permission
from server.reads.recent import Recent

ALGORITHM = "Ed25519"
TYPE = "JWT"
ISSUER = "okrlog"
REMEMBERED = 1_000
"""Tokens whose signature is not checked again; whether they are still good is, every time."""
CLAIMS = jwt.JWTClaimsRegistry(
    iss={"essential": True, "value": ISSUER},
    sub={"essential": True},
    org={"essential": True},
    jti={"essential": True},
    exp={"essential": True},
)


class Unauthenticated(Exception):
    """There is no valid token."""


@dataclass(frozen=True, kw_only=True)
class Bearer:
    """For whom a token speaks, by its signature; what the log says of them is another matter."""

    organization_id: UUID
    person_id: UUID
    token_id: UUID
    expires: int


@dataclass(kw_only=True)
class Viewer:
    """For whom an operation runs, as the log knows them now; how far the log is, and its days.

    Their token is good until ``expires``, in seconds since 1970.
    """

    organization_id: UUID
    person_id: UUID
    token_id: UUID
    expires: int
    permissions: list[Permission]
    time_zone: str
    epoch: int
    position: int
    chain: bytes
    state_version: int


def viewer_of(bearer: Bearer, row: asyncpg.Record) -> Viewer:
    """The one for whom a token speaks, with what the log says of them."""
    return Viewer(
        organization_id=bearer.organization_id,
        person_id=bearer.person_id,
        token_id=bearer.token_id,
        expires=bearer.expires,
        permissions=[Permission[each] for each in row["permissions"]],
        time_zone=row["time_zone"],
        epoch=row["epoch"],
        position=row["position"],
        chain=row["chain"],
        state_version=row["state_version"],
    )


class Vouching(Protocol):
    """Finds out for whom tokens speak that are none of our own."""

    def take(self, token: str) -> bool:
        """Whether it is for them to say whose token it is."""

    async def bearer(self, token: str) -> Bearer:
        """Whose token it is; raises Unauthenticated."""


@dataclass(kw_only=True)
class Tokens:
    """Makes tokens, and finds out for whom one speaks."""

    key: OKPKey
    database: Database
    vouchers: tuple[Vouching, ...] = ()
    _signed: Recent = field(default_factory=lambda: Recent(REMEMBERED))

    def issue(self, organization_id: UUID, person_id: UUID, seconds: int) -> str:
        """A bearer token for one person of one organization; its id can be revoked."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "org": str(organization_id),
            "sub": str(person_id),
            "jti": str(new_id()),
            "iat": now,
            "exp": now + seconds,
        }
        header = {"alg": ALGORITHM, "typ": TYPE, "kid": self.key.thumbprint()}
        return jwt.encode(header, claims, self.key, algorithms=[ALGORITHM])

    async def viewer(self, authorization: str | None) -> Viewer:
        """For whom an Authorization header speaks; raises Unauthenticated for nobody."""
        return await self.known(await self.bearer(authorization))

    async def known(self, bearer: Bearer) -> Viewer:
        """The one for whom a token speaks, as the log knows them; raises Unauthenticated."""
        values = bearer.person_id, bearer.token_id
        row = await self.database.fetch_newest(bearer.organization_id, "viewer", *values)
        if row is None:
            raise Unauthenticated
        return viewer_of(bearer, row)

    async def bearer(self, authorization: str | None) -> Bearer:
        """Whose token it is, if it is a good one and not too old; raises Unauthenticated."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthenticated
        bearer = await self._bearer(token.strip())
        if bearer.expires <= int(time.time()):
            raise Unauthenticated
        return bearer

    async def _bearer(self, token: str) -> Bearer:
        if token not in self._signed:
            for each in self.vouchers:
                if each.take(token):
                    return await each.bearer(token)
        try:
            ours: Bearer = self._signed.of(token, lambda: self._ours(token))
        except (JoseError, ValueError, AttributeError, TypeError) as error:
            raise Unauthenticated from error
        return ours

    def _ours(self, token: str) -> Bearer:
        said = jwt.decode(token, self.key, algorithms=[ALGORITHM])
        claims, kid = said.claims, self.key.thumbprint()
        # When we issued it is no question: our clock may have been ahead then, or that of another.
        CLAIMS.validate({name: each for name, each in claims.items() if name != "iat"})
        # Tokens that were issued before keys had names say none.
        if (said.header.get("typ"), said.header.get("kid", kid)) != (TYPE, kid):
            raise Unauthenticated
        return Bearer(
            organization_id=UUID(claims["org"]),
            person_id=UUID(claims["sub"]),
            token_id=UUID(claims["jti"]),
            expires=claims["exp"],
        )
