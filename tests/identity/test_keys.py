"""Keys of an issuer: fetched once for all, again when one is unknown, kept through an outage."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from server.identity.keys import Keys, NoSuchKey
from server.identity.trust import Patience
from tests.identity.vouching import Issuer, elliptic, rsa

PATIENCE = Patience(fresh=300, stale=3_600, pause=30)


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def keys(issuer: Issuer, clock: Clock) -> AsyncIterator[Keys]:
    """Of an issuer with one key that nobody has asked for yet."""
    issuer.publish(rsa("first"))
    issuer.broken, issuer.more, issuer.described = False, [], {}
    issuer.asked.clear()
    async with httpx.AsyncClient() as client:
        yield Keys(issuer=issuer.url, client=client, patience=PATIENCE, clock=clock)
    issuer.broken, issuer.more, issuer.described = False, [], {}


async def is_known(keys: Keys, kid: str | None) -> bool:
    try:
        return (await keys.named(kid)).kid == kid or kid is None
    except NoSuchKey:
        return False


async def test_they_are_fetched_once_for_all_who_ask_at_once(keys: Keys, issuer: Issuer) -> None:
    assert all(await asyncio.gather(*(is_known(keys, "first") for _ in range(50))))
    assert issuer.asked == {"description": 1, "keys": 1}


async def test_a_new_key_is_found_when_a_token_names_it(
    keys: Keys, issuer: Issuer, clock: Clock
) -> None:
    assert await is_known(keys, "first")
    issuer.publish(*issuer.keys.values(), elliptic("second"))
    clock.now += PATIENCE.pause

    assert await is_known(keys, "second")
    assert await is_known(keys, "first")
    assert issuer.asked["keys"] == 2


async def test_unknown_keys_are_looked_for_once_and_then_not_before_a_pause_is_over(
    keys: Keys, issuer: Issuer, clock: Clock
) -> None:
    assert await is_known(keys, "first")
    clock.now += PATIENCE.pause
    unknown = [is_known(keys, f"unknown {number}") for number in range(100)]

    assert not any(await asyncio.gather(*unknown))
    assert issuer.asked["keys"] == 2
    clock.now += PATIENCE.pause - 1
    assert not await is_known(keys, "unknown")
    assert issuer.asked["keys"] == 2
    clock.now += 1
    assert not await is_known(keys, "unknown")
    assert issuer.asked["keys"] == 3


async def test_a_key_that_was_taken_away_is_unknown_once_keys_are_old(
    keys: Keys, issuer: Issuer, clock: Clock
) -> None:
    assert await is_known(keys, "first")
    issuer.publish(rsa("second"))
    assert await is_known(keys, "first")

    clock.now += PATIENCE.fresh + 1

    assert not await is_known(keys, "first")
    assert await is_known(keys, "second")


async def test_through_an_outage_the_old_keys_stay_but_not_for_ever(
    keys: Keys, issuer: Issuer, clock: Clock
) -> None:
    assert await is_known(keys, "first")
    issuer.broken = True
    clock.now += PATIENCE.fresh + 1

    assert await is_known(keys, "first")
    assert issuer.asked["description"] == 2
    assert await is_known(keys, "first")
    assert issuer.asked["description"] == 2, "an issuer that is down is not asked all the time"
    clock.now += PATIENCE.stale
    assert not await is_known(keys, "first")
    issuer.broken = False
    clock.now += PATIENCE.pause
    assert await is_known(keys, "first")


async def test_who_cannot_be_reached_has_no_keys(clock: Clock) -> None:
    async with httpx.AsyncClient() as client:
        nobody = "http://127.0.0.1:1"
        keys = Keys(issuer=nobody, client=client, patience=PATIENCE, clock=clock)
        assert not await is_known(keys, "first")


@pytest.mark.parametrize(
    "described",
    [
        {"issuer": "https://login.example.org"},
        {"issuer": None},
        {"jwks_uri": None},
        {"jwks_uri": "http://login.example.org/keys"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": 5},
    ],
    ids=str,
)
async def test_who_describes_somebody_else_or_has_keys_anywhere_is_not_believed(
    keys: Keys, issuer: Issuer, described: dict[str, Any]
) -> None:
    issuer.described = described
    assert not await is_known(keys, "first")


async def test_an_issuer_elsewhere_does_not_send_us_to_ourselves(
    keys: Keys, issuer: Issuer
) -> None:
    keys.issuer = "https://login.example.org"
    assert not keys._may_be_at(f"{issuer.url}/keys")
    assert keys._may_be_at("https://keys.example.org/")


async def test_only_public_keys_that_verify_are_keys(keys: Keys, issuer: Issuer) -> None:
    """A set with keys of other kinds is no worse for them."""
    small, secret = rsa("small"), rsa("secret")
    issuer.more = [
        {"kty": "oct", "k": "c2VjcmV0", "kid": "shared"},
        {"kty": "AKP", "kid": "unheard of", "pub": "AAAA"},
        {"kty": "RSA", "kid": "broken", "n": "!", "e": "AQAB"},
        {"kty": ["RSA"], "kid": "odd"},
        secret.as_dict(private=True),
        elliptic("encrypts").as_dict(private=False) | {"use": "enc"},
        small.as_dict(private=False) | {"n": "wxyz", "kid": "short"},
        5,  # type: ignore[list-item]
    ]
    assert await is_known(keys, "first")
    for each in ("shared", "unheard of", "broken", "odd", "secret", "encrypts", "short"):
        assert not await is_known(keys, each), each


async def test_a_token_that_names_no_key_means_the_only_one(
    keys: Keys, issuer: Issuer, clock: Clock
) -> None:
    assert await is_known(keys, None)
    issuer.publish(*issuer.keys.values(), elliptic("second"))
    clock.now += PATIENCE.fresh + 1
    assert not await is_known(keys, None)
