"""What happened while there was no connection is there after it came back, once."""

import asyncio

import pytest
from playwright.async_api import Route, expect

from tests.board.looking import Looking
from tests.live.tunnel import tunnel

pytestmark = pytest.mark.timeout(300)
REPORTED = """
  mutation ($input: RecordCheckInInput!) {
    recordCheckIn(input: $input) { position refusals { message } }
  }
"""


async def test_a_board_goes_on_where_it_was_cut_off(looking: Looking) -> None:
    looking.expected = ("Failed to load resource",)
    looker = looking.looker
    async with tunnel(looker.address) as way:
        board = await looking.board(address=way.address)
        way.blocked = True
        assert way.cut()
        await expect(board.page.locator("#connection")).to_have_text("connecting again …")

        said = {"keyResultId": looker.key_result_id, "value": "62.5", "note": "In the tunnel."}
        told = (await looker.client.ask(REPORTED, input=said))["recordCheckIn"]
        assert told["refusals"] == []
        assert "In the tunnel." not in await board.page.locator("okr-facts").inner_text()

        way.blocked = False
        await board.live()
        await expect(board.row(looker.key_result_id)).to_contain_text("62.5")
        heard = board.page.locator(f"okr-facts [data-position='{told['position']}']")
        await expect(heard).to_have_count(1)
        positions = await board.page.locator("okr-facts li").evaluate_all(
            "all => all.map(each => Number(each.dataset.position))"
        )
        assert positions == sorted(set(positions), reverse=True)


async def test_an_answer_on_its_way_takes_nothing_of_what_is_being_typed(looking: Looking) -> None:
    board, looker = await looking.board(), looking.looker
    details = await board.chosen(looker.key_result_id)
    asked, on_its_way = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        asked.set()
        await on_its_way.wait()
        await route.continue_()

    await board.page.route(lambda address: "day0" in address, late)
    said = {"keyResultId": looker.key_result_id, "value": "62.75"}
    assert (await looker.client.ask(REPORTED, input=said))["recordCheckIn"]["refusals"] == []
    await asyncio.wait_for(asked.wait(), 60)
    await details.get_by_label("Note").fill("Half a sent")
    on_its_way.set()
    await expect(board.row(looker.key_result_id)).to_contain_text("62.75")
    await expect(details.get_by_label("Note")).to_have_value("Half a sent")
