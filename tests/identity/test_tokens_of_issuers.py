"""Which tokens of an issuer are taken: signed as agreed by a key of theirs, for us, just now."""

import base64
import hmac
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from joserfc import jws, jwt
from joserfc.jwk import Key

from server.identity.issuers import Issuers, NotVouched
from server.identity.trust import Algorithm, Patience, Trusted
from server.ids import new_id
from tests.identity.vouching import AUDIENCE, Issuer, edwards, elliptic, rsa

ALGORITHMS = (Algorithm.RS256, Algorithm.ES256, Algorithm.ED25519)
ORGANIZATION = new_id()
PATIENT = Patience(fresh=300, stale=600, pause=0)


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


def trusting(issuer: Issuer, client: httpx.AsyncClient, *more: dict[str, Any]) -> Issuers:
    """Issuers with this one, trusted for one organization and for more."""
    plain = {"issuer": issuer.url, "audience": AUDIENCE, "algorithms": ALGORITHMS}
    trusted = [
        Trusted.model_validate({"organization": ORGANIZATION} | plain | each)
        for each in (more or ({},))
    ]
    return Issuers(trusted=tuple(trusted), client=client, patience=PATIENT)


async def refused(issuers: Issuers, token: str) -> None:
    with pytest.raises(NotVouched):
        await issuers.vouched(token)


@pytest.mark.parametrize("key", [rsa("r"), elliptic("e"), edwards("o")], ids=lambda key: key.kid)
async def test_a_good_token_says_who_it_is(
    issuer: Issuer, client: httpx.AsyncClient, key: Key
) -> None:
    issuer.publish(key)
    more: dict[str, Any] = {"name": " Ann ", "email": "ann@example.org", "email_verified": True}

    vouched = await trusting(issuer, client).vouched(issuer.token("ann", **more))

    assert (vouched.organization_id, vouched.issuer) == (ORGANIZATION, issuer.url)
    assert (vouched.subject, vouched.name, vouched.email) == ("ann", "Ann", "ann@example.org")


@pytest.mark.parametrize("verified", [None, False, "true", 1])
async def test_an_address_is_nobodys_unless_it_is_verified(
    issuer: Issuer, client: httpx.AsyncClient, verified: Any
) -> None:
    said: dict[str, Any] = {"email": "ann@example.org", "email_verified": verified}
    assert (await trusting(issuer, client).vouched(issuer.token("ann", **said))).email is None


SAID_OTHERWISE: dict[str, dict[str, Any]] = {
    "of another issuer": {"iss": "https://login.example.org"},
    "of an issuer with a slash": {"iss": "/"},
    "of no issuer": {"iss": None},
    "of several issuers": {"iss": ["a"]},
    "of nobody": {"sub": None},
    "of an empty name": {"sub": ""},
    "of a number": {"sub": 5},
    "of somebody unreadable": {"sub": "a\x00"},
    "of what stands for redacted words": {"sub": "[redacted]"},
    "of too long a name": {"sub": "x" * 256},
    "for nobody": {"aud": None},
    "for others": {"aud": "others"},
    "for several others": {"aud": ["others", "more"]},
    "for several and nobody in particular": {"aud": [AUDIENCE, "others"]},
    "asked for by others": {"azp": "others"},
    "asked for by a client that is not known": {"client_id": "others"},
    "asked for by a number": {"azp": 5},
    "expired": {"exp": timedelta(seconds=-60)},
    "without an end": {"exp": None},
    "ends at no time": {"exp": "tomorrow"},
    "ends when it is true": {"exp": True},
    "never ends": {"exp": float("inf")},
    "not valid yet": {"nbf": timedelta(seconds=3600)},
    "valid from no time": {"nbf": "today"},
    "issued later": {"iat": timedelta(seconds=3600)},
}


@pytest.mark.parametrize("otherwise", SAID_OTHERWISE.values(), ids=SAID_OTHERWISE)
async def test_what_is_said_otherwise_is_not_taken(
    issuer: Issuer, client: httpx.AsyncClient, otherwise: dict[str, Any]
) -> None:
    if otherwise == {"iss": "/"}:
        otherwise = {"iss": f"{issuer.url}/"}
    await refused(trusting(issuer, client), issuer.token("ann", **otherwise))


@pytest.mark.parametrize(
    "more",
    [
        {"azp": AUDIENCE},
        {"azp": "browser", "aud": [AUDIENCE, "others"]},
        {"client_id": "browser"},
        {"exp": timedelta(seconds=-10)},
        {"nbf": timedelta(seconds=10)},
    ],
    ids=str,
)
async def test_clients_that_are_known_ask_for_tokens_and_clocks_may_differ(
    issuer: Issuer, client: httpx.AsyncClient, more: dict[str, Any]
) -> None:
    issuers = trusting(issuer, client, {"clients": ["browser"]})
    assert (await issuers.vouched(issuer.token("ann", **more))).subject == "ann"


async def test_one_issuer_vouches_for_several_organizations(
    issuer: Issuer, client: httpx.AsyncClient
) -> None:
    """By audience, or by what else the token says; where nothing fits it is nobody's."""
    acme, umbrella = new_id(), new_id()
    issuers = trusting(
        issuer,
        client,
        {"organization": acme, "claims": {"tenant": "acme"}},
        {"organization": umbrella, "claims": {"tenant": "umbrella"}},
        {"audience": "others"},
    )

    async def organization(**said: Any) -> UUID:
        return (await issuers.vouched(issuer.token("ann", **said))).organization_id

    assert await organization(tenant="acme") == acme
    assert await organization(tenant="umbrella") == umbrella
    assert await organization(aud="others") == ORGANIZATION
    await refused(issuers, issuer.token("ann"))
    await refused(issuers, issuer.token("ann", tenant=["acme"]))


def encoded(part: Any) -> str:
    text = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


async def test_a_token_is_signed_in_the_way_that_was_agreed_on(
    issuer: Issuer, client: httpx.AsyncClient
) -> None:
    key = rsa("first")
    issuer.publish(key)
    issuers, said = trusting(issuer, client), issuer.claims("ann")
    await issuers.vouched(issuer.token("ann"))

    public = [key.as_pem(private=False), str(key.as_dict(private=False)["n"]).encode(), b""]
    text = f"{encoded({'alg': 'HS256', 'kid': 'first'})}.{encoded(said)}"
    for secret in public:
        await refused(issuers, f"{text}.{encoded(hmac.digest(secret, text.encode(), 'sha256'))}")
    for algorithm in ("none", "None", "NONE", "", None, 5):
        unsigned = f"{encoded({'alg': algorithm, 'kid': 'first'})}.{encoded(said)}."
        await refused(issuers, unsigned)
        await refused(issuers, unsigned + issuer.token("ann").rsplit(".", 1)[1])
    other = jwt.encode({"alg": "PS256", "kid": "first"}, said, key, algorithms=["PS256"])
    await refused(issuers, other)


async def test_a_token_does_not_bring_its_own_key(
    issuer: Issuer, client: httpx.AsyncClient
) -> None:
    issuer.publish(rsa("first"))
    issuers, said, forged = trusting(issuer, client), issuer.claims("ann"), rsa("forged")
    public = forged.as_dict(private=False)
    brought: list[dict[str, Any]] = [
        {"kid": "forged"},
        {"kid": "first"},
        {"kid": None},
        {},
        {"kid": "first", "jwk": public},
        {"jwk": public},
        {"kid": "forged", "jku": f"{issuer.url}/keys"},
        {"kid": "forged", "x5u": f"{issuer.url}/keys"},
        {"kid": "forged", "x5c": ["AAAA"]},
    ]
    registry = jws.JWSRegistry(algorithms=["RS256"], strict_check_header=False)
    registry.max_header_length = 8192
    for header in brought:
        text = f"{encoded({'alg': 'RS256'} | header)}.{encoded(said)}"
        signature = jws.JWSRegistry.algorithms["RS256"].sign(text.encode(), forged)
        await refused(issuers, f"{text}.{encoded(signature)}")


@pytest.mark.parametrize(
    "header",
    [{"typ": "logout+jwt"}, {"typ": 5}, {"crit": ["exp"], "exp": 1}, {"crit": ["b64"]}],
    ids=str,
)
async def test_what_is_no_token_for_us_or_not_understood_is_not_taken(
    issuer: Issuer, client: httpx.AsyncClient, header: dict[str, Any]
) -> None:
    key = rsa("first")
    issuer.publish(key)
    text = f"{encoded({'alg': 'RS256', 'kid': 'first'} | header)}.{encoded(issuer.claims('ann'))}"
    signature = jws.JWSRegistry.algorithms["RS256"].sign(text.encode(), key)

    await refused(trusting(issuer, client), f"{text}.{encoded(signature)}")


async def test_a_token_of_which_any_bit_was_turned_is_not_taken(
    issuer: Issuer, client: httpx.AsyncClient
) -> None:
    issuer.publish(elliptic("e"))
    issuers, token = trusting(issuer, client), issuer.token("ann").encode()
    await issuers.vouched(token.decode())

    for place in range(len(token)):
        for bit in range(8):
            turned = bytearray(token)
            turned[place] ^= 1 << bit
            await refused(issuers, turned.decode("latin-1"))


@pytest.mark.parametrize("text", ["", ".", "..", "a.b.c", "é.é.é", "{}", ".".join(["e30"] * 3)])
async def test_what_is_no_token_is_not_taken(
    issuer: Issuer, client: httpx.AsyncClient, text: str
) -> None:
    issuers = trusting(issuer, client)
    await refused(issuers, text)
    assert not issuers.signed(text)
    deep = "[" * 100_000
    await refused(issuers, f"{encoded({'alg': 'RS256'})}.{encoded(deep.encode())}.e30")
