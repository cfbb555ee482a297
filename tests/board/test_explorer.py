"""Who opens the address of the graph in a browser may look around in it."""

import shutil
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Page, expect

from server.pages import BUILT
from tests.board.looking import Looking
from tests.serving import ROOT, running

pytestmark = pytest.mark.timeout(300)
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
async def explorer(looking: Looking) -> Page:
    """GraphiQL, with the token of the demo's administrator."""
    if not (BUILT / "main.js").exists():
        pytest.skip("the explorer was not built")
    page = await looking.page()
    page.on("request", lambda request: looking.complaints.extend(elsewhere(request.url, looking)))
    await page.goto(f"{looking.looker.address}/graphql#token={looking.looker.client.token}")
    await expect(page.get_by_role("button", name="Execute query")).to_be_visible()
    return page


def elsewhere(url: str, looking: Looking) -> list[str]:
    """An address that is not this server's own."""
    own = (looking.looker.address, "data:", "blob:")
    return [] if url.startswith(own) else [f"{url} was asked for"]


async def write(page: Page, name: str, operation: str) -> None:
    """Paste an operation and carry it out once the editor has understood it.

    Typed, its braces would be closed twice.
    """
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.evaluate("text => navigator.clipboard.writeText(text)", operation)
    await page.get_by_role("button", name="New tab").click()
    editor = page.locator(".graphiql-query-editor .view-lines")
    await editor.click()
    await page.keyboard.press("Control+A")
    await page.keyboard.press("Control+V")
    await expect(page.get_by_role("tab", name=name)).to_be_visible()
    await page.get_by_role("button", name="Execute query").click()


async def test_the_graph_is_asked_and_followed_in_the_browser(
    looking: Looking, explorer: Page
) -> None:
    await write(explorer, "Name", "query Name { organization { name } }")
    await expect(explorer.locator(".graphiql-response")).to_contain_text("Cartwheel")

    looker, answer = looking.looker, explorer.locator(".graphiql-response")
    key_result = f'node(id: "{looker.key_result_id}")'
    told = await looker.client.ask(f"{{ {key_result} {{ ... on KeyResult {{ key current }} }} }}")
    key, current = (told["node"][each] for each in ("key", "current"))
    follow = f'subscription Follow {{ organization {{ keyResult(key: "{key}") {{ current }} }} }}'
    await write(explorer, "Follow", follow)
    await expect(answer).to_contain_text(f'"current": "{current}"')
    said = {"keyResultId": looker.key_result_id, "value": "62.125"}
    await looker.client.command("recordCheckIn", "checkIn { id }", said)
    await expect(answer).to_contain_text('"current": "62.125"')


async def test_what_the_schema_describes_and_the_documentation_shows_is_there(
    explorer: Page,
) -> None:
    await expect(explorer.locator(".graphiql-query-editor")).to_contain_text("# README.md")
    await explorer.get_by_role("button", name="Show Documentation Explorer").click()
    documentation = explorer.locator(".graphiql-doc-explorer")
    await documentation.get_by_role("link", name="Query", exact=True).click()
    await documentation.get_by_role("link", name="Viewer", exact=True).click()
    await expect(documentation).to_contain_text("permissions")


async def test_without_a_token_the_page_says_where_to_sign_in(looking: Looking) -> None:
    if not (BUILT / "main.js").exists():
        pytest.skip("the explorer was not built")
    page = await looking.page()
    await page.goto(f"{looking.looker.address}/graphql")
    await page.get_by_role("link", name="sign in at the board").click()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_where_it_was_not_built_the_schema_is_shown_as_text(
    demo_url: str, keys_dir: Path, tmp_path: Path
) -> None:
    ignored = shutil.ignore_patterns("built", "node_modules", "__pycache__")
    shutil.copytree(ROOT / "server", tmp_path / "server", ignore=ignored)
    for name in ("schema", "sql"):
        (tmp_path / name).symlink_to(ROOT / name)
    with running(demo_url, keys_dir, checkout=tmp_path) as address:
        page = httpx.get(f"{address}/graphql", headers=BROWSER)
        assert page.status_code == httpx.codes.OK
        assert "<code>make explorer</code>" in page.text
        assert "type KeyResult implements Node {" in page.text
        assert httpx.get(f"{address}/graphql").status_code == httpx.codes.UNAUTHORIZED
        asked = httpx.get(f"{address}/graphql", headers=BROWSER, params={"query": "{ __typename }"})
        assert asked.status_code == httpx.codes.UNAUTHORIZED
