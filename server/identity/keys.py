"""The public keys of an issuer: fetched when needed, kept for a while, and through an outage."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key

from server.identity.trust import Patience, is_of_this_machine, is_safe

log = structlog.get_logger()

WELL_KNOWN = "/.well-known/openid-configuration"
LARGEST = 512 * 1024
FETCHED_WITHIN = 5
PUBLIC = ("RSA", "EC", "OKP")
SHORTEST_MODULUS = 342
"""Letters of 2,048 bits."""
UNFIT = (httpx.HTTPError, httpx.InvalidURL, ValueError, TimeoutError, RecursionError)


class NoSuchKey(Exception):
    """The issuer has no key by this id, or its keys could never be had."""


class Unfit(ValueError):
    """What an issuer answered is not what it has to answer."""


@dataclass(kw_only=True)
class Keys:
    """The keys of one issuer.

    They are fetched by one request at a time, again when they are old or a key is unknown, but not
    before a pause is over, whatever tokens say. When they cannot be fetched the old ones stay.
    """

    issuer: str
    client: httpx.AsyncClient
    patience: Patience
    clock: Callable[[], float] = time.monotonic
    _keys: list[Key] = field(default_factory=list)
    _fetched: float | None = None
    _looked: float | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def named(self, kid: str | None) -> Key:
        """The key of an id, or the only one; raises NoSuchKey."""
        if self._age() > self.patience.fresh:
            await self._look()
        found = self._found(kid)
        if found is None:
            await self._look()
            found = self._found(kid)
        if found is None:
            raise NoSuchKey
        return found

    def _age(self) -> float:
        return float("inf") if self._fetched is None else self.clock() - self._fetched

    def _found(self, kid: str | None) -> Key | None:
        if self._age() > self.patience.stale:
            return None
        if kid is None:
            return self._keys[0] if len(self._keys) == 1 else None
        return next((each for each in self._keys if each.kid == kid), None)

    async def _look(self) -> None:
        """Fetch the keys, unless that was just tried."""
        async with self._turn:
            if self._looked is not None and self.clock() - self._looked < self.patience.pause:
                return
            self._looked = self.clock()
            try:
                async with asyncio.timeout(FETCHED_WITHIN):
                    self._keys = await self._fetch()
            except UNFIT as error:
                log.warning("keys were not fetched", issuer=self.issuer, cause=repr(error))
            else:
                self._fetched = self.clock()

    async def _fetch(self) -> list[Key]:
        described = await self._read(self.issuer.rstrip("/") + WELL_KNOWN)
        if described.get("issuer") != self.issuer:
            raise Unfit("it describes another issuer")
        address = described.get("jwks_uri")
        if not isinstance(address, str) or not self._may_be_at(address):
            raise Unfit("its keys are nowhere that could be trusted")
        keys = (await self._read(address)).get("keys")
        found = public(keys if isinstance(keys, list) else [])
        if not found:
            raise Unfit("it has no key that could be used")
        return found

    def _may_be_at(self, address: str) -> bool:
        """No issuer elsewhere sends us to addresses of this machine."""
        here = is_of_this_machine(urlsplit(address))
        return is_safe(address) and (not here or is_of_this_machine(urlsplit(self.issuer)))

    async def _read(self, address: str) -> dict[str, Any]:
        """The JSON object at an address, and no other one that it might point to."""
        body = b""
        async with self.client.stream("GET", address, follow_redirects=False) as answer:
            if answer.status_code != httpx.codes.OK:
                raise Unfit(f"it answers {answer.status_code}")
            async for piece in answer.aiter_bytes():
                body += piece
                if len(body) > LARGEST:
                    raise Unfit(f"it answers more than {LARGEST} bytes")
        found = json.loads(body)
        if not isinstance(found, dict):
            raise Unfit("it answers no object")
        return found


def public(keys: list[Any]) -> list[Key]:
    """The keys among them that are public and verify signatures; others are left out."""
    return [key for each in keys if (key := _usable(each)) is not None]


def _usable(said: Any) -> Key | None:
    if not isinstance(said, dict) or said.get("kty") not in PUBLIC or "d" in said:
        return None
    too_short = said["kty"] == "RSA" and len(str(said.get("n"))) < SHORTEST_MODULUS
    if too_short or said.get("use", "sig") != "sig":
        return None
    try:
        return JWKRegistry.import_key(said)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
