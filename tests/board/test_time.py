"""The slider shows the board as it stood, and what differs between two moments."""

import pytest
from playwright.async_api import expect

from tests.board.looking import Looking, percent

pytestmark = pytest.mark.timeout(300)
EARLIER = 1_500


async def test_the_whole_board_is_shown_as_it_stood(looking: Looking) -> None:
    board = await looking.board()
    await board.slide("Shown as it stood at", EARLIER)
    then = await looking.looker.objectives(EARLIER)
    now = {each["id"]: each["progress"] for each in await looking.looker.objectives()}
    assert [each for each in then if each["progress"] != now[each["id"]]]
    for node in [each for one in then for each in (one, *one["keyResults"])]:
        shown = board.row(node["id"]).locator(".ring text")
        await expect(shown).to_have_text(percent(node["progress"]["value"]))
    await expect(board.page.get_by_role("treeitem")).to_have_count(
        sum(1 + len(each["keyResults"]) for each in then)
    )


async def test_nothing_is_done_in_the_past(looking: Looking) -> None:
    board = await looking.board()
    details = await board.chosen(looking.looker.key_result_id)
    await expect(details.get_by_role("button", name="Check in")).to_be_visible()
    await board.slide("Shown as it stood at", EARLIER)
    await expect(details.get_by_role("button", name="Check in")).to_have_count(0)
    await board.page.get_by_role("button", name="Now").click()
    await expect(details.get_by_role("button", name="Check in")).to_be_visible()


async def test_what_differs_between_two_moments_is_marked(looking: Looking) -> None:
    board = await looking.board()
    await board.page.get_by_label("Compare with").check()
    await board.slide("Compared with", EARLIER)
    told = await looking.looker.told(
        "differences", cycle=looking.looker.cycle, to=None, **{"from": {"position": EARLIER}}
    )
    differences = told["organization"]["cycle"]["compare"]["objectives"]
    moved = [each for each in differences if each["change"] == "MOVED"]
    assert moved
    for each in moved:
        mark = f"{percent(each['progressBefore'])} → {percent(each['progressAfter'])}"
        await expect(board.row(each["nounId"]).locator(".mark")).to_contain_text(mark)
    same = {each["id"] for each in await looking.looker.objectives()} - {
        each["nounId"] for each in differences
    }
    for node_id in same:
        await expect(board.row(node_id).locator(".mark")).to_have_count(0)


async def test_an_address_leads_to_what_it_was_taken_from(looking: Looking) -> None:
    board = await looking.board()
    await board.chosen(looking.looker.key_result_id)
    await board.slide("Shown as it stood at", EARLIER)
    await board.page.wait_for_url(f"**at={EARLIER}*")
    taken = board.page.url.partition("#")[2]
    other = await looking.board(at=taken)
    await expect(other.page.get_by_role("slider", name="Shown as it stood at")).to_have_value(
        str(EARLIER)
    )
    await expect(other.page.locator("okr-details h2")).to_be_visible()
    assert "token" not in taken
