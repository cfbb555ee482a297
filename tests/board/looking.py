"""People who look at boards: what they see, and what the API says of the same."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from server.documents import OURS
from tests.graph.client import Answer, Client

PATIENCE = 60_000
"""Milliseconds."""

expect.set_options(timeout=PATIENCE)


@dataclass(kw_only=True)
class Looker:
    """Where a person of the demo looks, and what at."""

    address: str
    client: Client
    cycle: str
    key_result_id: str

    async def told(self, document: str, **variables: Any) -> Answer:
        """What the API says to one of the board's own documents."""
        text = (OURS / f"{document}.graphql").read_text(encoding="utf-8")
        return await self.client.ask(text, **variables)

    async def objectives(self, position: int | None = None) -> list[Answer]:
        """Those of the cycle, as the API tells them."""
        as_of = None if position is None else {"position": position}
        told = await self.told("board", cycle=self.cycle, asOf=as_of)
        found: list[Answer] = told["organization"]["cycle"]["objectives"]["nodes"]
        return found

    async def key_result(self) -> Answer:
        """The one that tests report on."""
        found = [each for one in await self.objectives() for each in one["keyResults"]]
        return next(each for each in found if each["id"] == self.key_result_id)

    async def head(self) -> int:
        """How many facts there are."""
        told = await self.client.ask("{ organization { position } }")
        return int(told["organization"]["position"])


@dataclass(kw_only=True)
class Board:
    """A board in a tab of its own."""

    page: Page
    looker: Looker

    def row(self, node_id: str) -> Locator:
        """The line of an objective or a key result."""
        return self.page.locator(f"[role=treeitem][data-id='{node_id}']")

    async def chosen(self, node_id: str) -> Locator:
        """What is shown beside the tree once somebody clicked on it."""
        await self.row(node_id).click()
        details = self.page.locator("okr-details")
        await expect(details.get_by_role("heading", level=2)).to_be_visible()
        return details

    async def slide(self, label: str, position: int) -> None:
        """Drag a slider there."""
        await self.page.get_by_role("slider", name=label).fill(str(position))

    async def live(self) -> None:
        """Wait until it follows what happens."""
        await expect(self.page.locator("#connection")).to_have_text("live")


@dataclass(kw_only=True)
class Looking:
    """Opens boards, and keeps what their consoles say."""

    browser: Browser
    looker: Looker
    stack: AsyncExitStack
    complaints: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    """What may be complained about: a browser does so whenever it cannot connect."""

    async def page(self, **of_context: Any) -> Page:
        """A tab in which nobody has signed in."""
        context = await self.browser.new_context(locale="en-US", timezone_id="UTC", **of_context)
        self.stack.push_async_callback(context.close)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._complain(said.type, said.text))
        return page

    async def board(self, at: str = "", address: str | None = None, **of_context: Any) -> Board:
        """A board of the demo, opened by the link that the terminal prints."""
        page = await self.page(**of_context)
        looker = self.looker
        await page.goto(f"{address or looker.address}/#token={looker.client.token}")
        board = Board(page=page, looker=looker)
        await board.live()
        if at:
            await page.goto(f"{address or looker.address}/#{at}")
        return board

    def _complain(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(each in text for each in self.expected):
            self.complaints.append(text)


def rounded(decimal: str) -> str:
    """To two places, as the board writes it."""
    return f"{Decimal(decimal).quantize(Decimal('0.01'), ROUND_HALF_UP):f}".rstrip("0").rstrip(".")


def percent(share: str | None) -> str:
    """As the board writes it."""
    if share is None:
        return "?"
    return f"{(Decimal(share) * 100).quantize(Decimal(1), ROUND_HALF_UP)}%"
