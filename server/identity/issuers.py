"""Tokens of issuers elsewhere: signed by a key of theirs, meant for us, good just now."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from server.identity.keys import Keys, NoSuchKey
from server.identity.trust import Newcomers, Patience, Trusted
from server.okr.identities import LONGEST_SUBJECT, REDACTED

LEEWAY = 30
"""Seconds that clocks may differ."""
TYPES = {None, "jwt", "at+jwt", "application/at+jwt"}
LONGEST_HEADER = 8 * 1024
PARTIES = ("azp", "client_id")
ILL = (JoseError, NoSuchKey, ValueError, TypeError, KeyError, RecursionError)


class NotVouched(Exception):
    """It is no token of an issuer that is trusted, or not a good one."""


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """For whom an issuer vouches; their address only where the issuer has verified it."""

    organization_id: UUID
    issuer: str
    subject: str
    expires: int
    issued: int | None
    email: str | None
    name: str | None
    newcomers: Newcomers


@dataclass(kw_only=True)
class Issuers:
    """All issuers that are trusted, by their addresses, each with its keys."""

    trusted: tuple[Trusted, ...]
    client: httpx.AsyncClient
    patience: Patience
    _keys: dict[str, Keys] = field(init=False)

    def __post_init__(self) -> None:
        self._keys = {
            each.issuer: Keys(issuer=each.issuer, client=self.client, patience=self.patience)
            for each in self.trusted
        }

    def signed(self, token: str) -> bool:
        """Whether a token says that one of these issuers has signed it."""
        try:
            issuer, _ = _said_by(token.encode("ascii"))
        except (NotVouched, *ILL):
            return False
        return issuer in self._keys

    async def vouched(self, token: str) -> Vouched:
        """For whom a token speaks; raises NotVouched."""
        try:
            return await self._vouched(token.encode("ascii"))
        except ILL as error:
            raise NotVouched from error

    async def _vouched(self, token: bytes) -> Vouched:
        issuer, kid = _said_by(token)
        possible = [each for each in self.trusted if each.issuer == issuer]
        if not possible:
            raise NotVouched
        key = await self._keys[issuer].named(kid)
        for trusted in possible:
            if (vouched := _good(token, key, trusted)) is not None:
                return vouched
        raise NotVouched


def _registry(*algorithms: str) -> JWSRegistry:
    """Headers may say more than is known here, but nothing that has to be understood."""
    registry = JWSRegistry(algorithms=algorithms, strict_check_header=False)
    registry.max_header_length = LONGEST_HEADER
    return registry


def _said_by(token: bytes) -> tuple[str, str | None]:
    """Of whom a token says it is, and by which key: where to look, and nothing to rely on."""
    said = jws.extract_compact(token, registry=_registry())
    header, claims = said.headers(), json.loads(said.payload or b"")
    issuer, kid, kind = claims["iss"], header.get("kid"), header.get("typ")
    if not isinstance(issuer, str) or not isinstance(kid, str | None):
        raise NotVouched
    if (kind.lower() if isinstance(kind, str) else kind) not in TYPES:
        raise NotVouched
    return issuer, kid


def _good(token: bytes, key: Any, trusted: Trusted) -> Vouched | None:
    """For whom it speaks, by what was agreed on with the issuer for one organization."""
    algorithms = [each.value for each in trusted.algorithms]
    try:
        claims = jwt.decode(token, key, algorithms, registry=_registry(*algorithms)).claims
        _registry_of(trusted).validate(claims)
        if not _is_meant(claims, trusted):
            return None
        return _vouched_by(claims, trusted)
    except ILL:
        return None


def _registry_of(trusted: Trusted) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": trusted.issuer},
        sub={"essential": True},
        aud={"essential": True, "value": trusted.audience},
        exp={"essential": True},
    )


def _is_meant(claims: dict[str, Any], trusted: Trusted) -> bool:
    """Whether it was issued to a client that is known, and says what else it has to say."""
    known = {trusted.audience, trusted.board, *trusted.clients}
    parties = [claims[each] for each in PARTIES if each in claims]
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    return (
        all(isinstance(each, str) and each in known for each in parties)
        and (bool(parties) or not several)
        and all(claims.get(name) == value for name, value in trusted.claims.items())
    )


def _vouched_by(claims: dict[str, Any], trusted: Trusted) -> Vouched:
    subject = claims["sub"]
    if not subject.isprintable() or len(subject) > LONGEST_SUBJECT or subject == REDACTED:
        raise NotVouched
    verified = claims.get("email_verified") is True
    issued = claims.get("iat")
    return Vouched(
        organization_id=trusted.organization,
        issuer=trusted.issuer,
        subject=subject,
        expires=int(claims["exp"]),
        issued=None if issued is None else int(issued),
        email=_text(claims, "email") if verified else None,
        name=_text(claims, "name") or _text(claims, "preferred_username"),
        newcomers=trusted.newcomers,
    )


def _text(claims: dict[str, Any], name: str) -> str | None:
    """What a claim says that a person can read."""
    said = claims.get(name)
    good = isinstance(said, str) and said.isprintable() and 0 < len(said.strip()) <= LONGEST_SUBJECT
    return said.strip() if good and said is not None else None
