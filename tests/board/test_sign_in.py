"""Who looks says who they are: by the link of the terminal, by a token, or at an issuer."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.board.looking import Looking
from tests.board.signing_in import SignsIn
from tests.identity.vouching import vouching
from tests.serving import running

pytestmark = pytest.mark.timeout(300)
CLIENT = "okr-board"


async def test_the_token_of_the_link_leaves_the_address_and_goes_nowhere_else(
    looking: Looking,
) -> None:
    page = await looking.page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    token = looking.looker.client.token
    await page.goto(f"{looking.looker.address}/#token={token}")
    await expect(page.locator("#connection")).to_have_text("live")
    assert "token" not in page.url
    assert len(asked) > 10
    assert not [url for url in asked if token in url]
    assert not [url for url in asked if not url.startswith(looking.looker.address)]


async def test_who_has_no_token_can_enter_one_and_sign_out_again(looking: Looking) -> None:
    looking.expected = ("status of 401",)
    page = await looking.page()
    await page.goto(looking.looker.address)
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await page.get_by_label("Token").fill("nonsense")
    await page.get_by_role("button", name="Enter").click()
    await expect(page.get_by_role("alert").first).to_have_text("Your token is no longer good here.")
    await page.get_by_label("Token").fill(looking.looker.client.token)
    await page.get_by_role("button", name="Enter").click()
    await expect(page.get_by_role("tree")).to_be_visible()
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.fixture
def issuer() -> Iterator[SignsIn]:
    with vouching(SignsIn) as issuer:
        yield issuer


async def test_people_sign_in_at_an_issuer_and_prove_that_it_was_they(
    looking: Looking, issuer: SignsIn, demo_url: str, keys_dir: Path
) -> None:
    told = await looking.looker.client.ask("{ organization { id } }")
    trusted = {
        "issuer": issuer.url,
        "audience": CLIENT,
        "board": CLIENT,
        "organization": told["organization"]["id"],
        "newcomers": "create",
    }
    with running(demo_url, keys_dir, issuers=json.dumps([trusted])) as address:
        page = await looking.page()
        await page.goto(address)
        issuer.declines = True
        await page.get_by_role("button", name="Sign in at").click()
        await expect(page.get_by_role("alert").first).to_have_text("Nadia would rather not.")
        issuer.declines = False
        await page.get_by_role("button", name="Sign in at").click()
        await expect(page.get_by_role("tree")).to_be_visible()
        await expect(page.locator("#viewer")).to_have_text("Nadia Haddad")
        assert page.url == f"{address}/"
        assert issuer.begun == {}

        await page.get_by_role("button", name="Sign out").click()
        await page.goto(f"{address}/?code=stolen&state=guessed")
        await expect(page.get_by_role("alert").first).to_have_text(
            "That sign-in was not begun here: try again."
        )
