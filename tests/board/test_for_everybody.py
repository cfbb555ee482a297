"""The board is for who has no mouse, no screen, a small one, or a dark one."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.board.looking import Looking
from tests.serving import ROOT

pytestmark = pytest.mark.timeout(300)
AXE = ROOT / "tests" / "live" / "clients" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


async def faults(page: Page) -> list[Any]:
    """What axe finds that keeps people out."""
    if not AXE.exists():
        pytest.skip("axe comes with the clients of front ends, which are not installed")
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found = await page.evaluate("axe.run()")
    return [
        (each["id"], [node["target"] for node in each["nodes"]])
        for each in found["violations"]
        if each["impact"] in GRAVE
    ]


@pytest.mark.parametrize(
    "of_context",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, PHONE],
    ids=["light", "dark", "phone"],
)
async def test_axe_finds_nothing_serious(looking: Looking, of_context: dict[str, Any]) -> None:
    board = await looking.board(reduced_motion="reduce", **of_context)
    assert await faults(board.page) == []
    details = await board.chosen(looking.looker.key_result_id)
    await details.get_by_label("Confidence").fill("7")
    await details.get_by_role("button", name="Check in").click()
    await expect(details.locator("[aria-invalid=true]")).to_have_count(1)
    await board.page.get_by_label("Compare with").check()
    await expect(board.page.locator(".mark").first).to_be_visible()
    assert await faults(board.page) == []


async def test_somebody_walks_through_it_by_keyboard_alone(looking: Looking) -> None:
    board = await looking.board()
    keyboard, tree = board.page.keyboard, board.page.get_by_role("treeitem")
    focused = board.page.locator("[role=treeitem]:focus")
    while await focused.count() == 0:
        await keyboard.press("Tab")
    first = str(await tree.nth(0).get_attribute("data-id"))
    second = str(await tree.nth(1).get_attribute("data-id"))
    await expect(focused).to_have_attribute("data-id", first)
    await keyboard.press("ArrowDown")
    await expect(focused).to_have_attribute("data-id", second)
    await keyboard.press("Enter")
    await expect(board.page.locator("okr-details h2")).to_be_visible()
    await expect(focused).to_have_attribute("aria-selected", "true")
    await keyboard.press("ArrowLeft")
    await expect(focused).to_have_attribute("data-id", first)
    await keyboard.press("ArrowLeft")
    await expect(focused).to_have_attribute("aria-expanded", "false")
    await keyboard.press("ArrowDown")
    assert await focused.get_attribute("data-id") != second
    await keyboard.press("Home")
    await keyboard.press("ArrowRight")
    await expect(focused).to_have_attribute("aria-expanded", "true")

    value = board.page.locator("okr-details").get_by_label("Value")
    while not await value.evaluate("each => each === document.activeElement"):
        await keyboard.press("Tab")
    await keyboard.type("1")
    await expect(value).to_have_value("1")


async def test_a_phone_need_not_be_scrolled_sideways(looking: Looking) -> None:
    board = await looking.board(**PHONE)
    await board.chosen(looking.looker.key_result_id)
    too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await board.page.evaluate(too_wide) <= 0


async def test_it_can_be_printed(looking: Looking, tmp_path: Path) -> None:
    board = await looking.board()
    await board.page.emulate_media(media="print")
    await expect(board.page.get_by_role("button", name="Print")).to_be_hidden()
    printed = await board.page.pdf()
    assert printed.startswith(b"%PDF")
