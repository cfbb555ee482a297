"""What happened while there was no connection is there after it came back, once."""

import pytest
from playwright.async_api import expect

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
