"""What the documentation shows of the board is what the board looks like: `make pictures`."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from tests.board.looking import Looking

pytestmark = pytest.mark.timeout(300)
SCREEN = {"width": 1400, "height": 900}
KINDS: dict[str, dict[str, Any]] = {
    "light": {"viewport": SCREEN, "color_scheme": "light"},
    "dark": {"viewport": SCREEN, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_picture_is_taken(looking: Looking, kind: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("OKRLOG_PICTURES", tmp_path))
    board = await looking.board(reduced_motion="reduce", **KINDS[kind])
    if kind != "phone":
        details = await board.chosen(looking.looker.key_result_id)
        await expect(details.locator(".curve svg")).to_be_visible()
    if kind == "dark":
        await board.page.get_by_label("Compare with").check()
        await expect(board.page.locator(".mark").first).to_be_visible()
    await board.page.evaluate("scrollTo(0, 0)")
    taken = await board.page.screenshot(path=folder / f"board-{kind}.png")
    assert taken.startswith(b"\x89PNG")
    assert len(taken) > 20_000
