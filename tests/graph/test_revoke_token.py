"""Making a token worthless through the running server."""

from dataclasses import replace

import httpx
import pytest
from joserfc import jwt

from tests.graph.client import Client
from tests.graph.office import Office


def token_id(office: Office, client: Client) -> str:
    """The claim by which a token is named."""
    return str(jwt.decode(client.token, office.tokens.key, algorithms=["Ed25519"]).claims["jti"])


def elsewhere(office: Office, client: Client) -> Client:
    """The same person with another token."""
    token = office.tokens.issue(office.actor.organization_id, client.person_id, 3600)
    return replace(client, token=token)


async def status(client: Client) -> int:
    return (await client.post("{ __typename }")).status_code


@pytest.mark.parametrize("by_admin", [True, False])
async def test_a_revoked_token_is_worthless_at_once_and_no_other(
    office: Office, by_admin: bool
) -> None:
    bob = await office.person()
    lost = elsewhere(office, bob)
    assert await status(lost) == httpx.codes.OK
    actor = office.admin if by_admin else bob

    await actor.do(
        "revokeToken",
        "person { id }",
        personId=str(bob.person_id),
        tokenId=token_id(office, lost),
    )

    assert await status(lost) == httpx.codes.UNAUTHORIZED
    assert await status(bob) == httpx.codes.OK


async def test_a_token_can_end_itself(office: Office) -> None:
    bob = await office.person()

    await bob.do(
        "revokeToken", "person { id }", personId=str(bob.person_id), tokenId=token_id(office, bob)
    )

    assert await status(bob) == httpx.codes.UNAUTHORIZED


async def test_nobody_revokes_a_colleagues_token(office: Office) -> None:
    bob, eve = await office.person(), await office.person()

    assert await eve.refused(
        "revokeToken", "person", personId=str(bob.person_id), tokenId=token_id(office, bob)
    ) == [("NOT_ALLOWED", "")]
    assert await status(bob) == httpx.codes.OK


async def test_a_colleagues_token_revoked_as_ones_own_stays_good_and_can_be_revoked(
    office: Office,
) -> None:
    bob, eve = await office.person(), await office.person()
    named = token_id(office, bob)

    await eve.do("revokeToken", "person { id }", personId=str(eve.person_id), tokenId=named)

    assert await status(bob) == httpx.codes.OK
    await office.admin.do(
        "revokeToken", "person { id }", personId=str(bob.person_id), tokenId=named
    )
    assert await status(bob) == httpx.codes.UNAUTHORIZED


async def test_the_token_itself_is_not_taken_for_its_id(office: Office) -> None:
    bob = await office.person()

    assert await bob.refused(
        "revokeToken", "person", personId=str(bob.person_id), tokenId=bob.token
    ) == [("NOT_FOUND", "input.tokenId")]
