"""The board shows what the API says, and says what people do."""

import re

import pytest
from playwright.async_api import expect

from tests.board.looking import Looking, percent, rounded

pytestmark = pytest.mark.timeout(300)


async def test_each_line_shows_what_the_api_says(looking: Looking) -> None:
    board = await looking.board()
    objectives = await looking.looker.objectives()
    assert len(objectives) > 10
    for node in [each for one in objectives for each in (one, *one["keyResults"])]:
        row = board.row(node["id"])
        await expect(row.locator(".title")).to_have_text(node["title"])
        await expect(row.locator(".ring text")).to_have_text(percent(node["progress"]["value"]))
        if node["confidence"] is not None:
            await expect(row).to_contain_text(f"confidence {rounded(node['confidence'])}")
        if node.get("status"):
            await expect(row).to_contain_text(node["status"].lower().replace("_", " "))
        if "owner" in node:
            await expect(row.locator(".owner")).to_have_text(node["owner"]["name"])


async def test_an_objective_stands_below_the_one_that_it_supports(looking: Looking) -> None:
    board = await looking.board()
    objectives = {each["id"]: each for each in await looking.looker.objectives()}
    for each in objectives.values():
        for to in (alignment["to"] for alignment in each["alignments"][:1]):
            above = to["objective"]["id"] if "objective" in to else to["id"]
            if above in objectives:
                inside = board.page.locator(
                    f"li:has(> [data-id='{above}']) [data-id='{each['id']}']"
                )
                await expect(inside).to_have_count(1)


async def test_a_check_in_on_one_board_arrives_on_another(looking: Looking) -> None:
    here, there = await looking.board(), await looking.board()
    key_result = looking.looker.key_result_id
    details = await here.chosen(key_result)
    await details.get_by_label("Value").fill("62.25")
    await details.get_by_label("Confidence").fill("0.85")
    await details.get_by_label("Note").fill("One page less, again.")
    await details.get_by_role("button", name="Check in").click()

    await expect(there.row(key_result)).to_contain_text("62.25")
    told = await looking.looker.key_result()
    assert told["current"] == "62.25"
    await expect(there.row(key_result).locator(".ring text")).to_have_text(
        percent(told["progress"]["value"])
    )
    await expect(there.page.get_by_role("log")).to_contain_text("One page less, again.")


async def test_a_key_result_opens_to_its_reports_its_curve_and_why(looking: Looking) -> None:
    board = await looking.board()
    details = await board.chosen(looking.looker.key_result_id)
    told = await looking.looker.key_result()
    await expect(details.locator(".standing")).to_contain_text(percent(told["progress"]["value"]))
    assert await details.locator(".curve .dot").count() >= 2
    for line in ("reported", "expected", "target"):
        await expect(details.locator(f".curve path.{line}")).to_have_attribute("d", re.compile("M"))
    await expect(details.locator(".why")).to_contain_text("linear/1")
    await expect(details.get_by_role("heading", name="Check-ins")).to_be_visible()


async def test_why_of_an_objective_names_all_that_counts(looking: Looking) -> None:
    board = await looking.board()
    objective, *_ = await looking.looker.objectives()
    details = await board.chosen(objective["id"])
    told = await looking.looker.told("objective", id=objective["id"], asOf=None)
    inputs = told["node"]["progress"]["inputs"]
    shown = details.locator(".why li")
    await expect(shown).to_have_count(len(inputs))
    await expect(details.locator(".why .counted")).to_have_count(
        sum(each["counted"] for each in inputs)
    )
    for at, each in enumerate(inputs):
        await expect(shown.nth(at)).to_contain_text(each["node"]["title"])


async def test_a_refusal_stands_at_its_field_and_nothing_is_recorded(looking: Looking) -> None:
    looking.expected = ("status of 422",)
    board = await looking.board()
    details = await board.chosen(looking.looker.key_result_id)
    head = await looking.looker.head()
    await details.get_by_label("Value").fill("half")
    await details.get_by_role("button", name="Check in").click()
    await expect(details.get_by_label("Value")).to_have_attribute("aria-invalid", "true")
    await expect(details.locator(".refusal", has_text="A Decimal is written")).to_be_visible()

    await details.get_by_label("Value").fill("62.9")
    await details.get_by_label("Confidence").fill("7")
    await details.get_by_role("button", name="Check in").click()
    confidence = details.get_by_label("Confidence")
    await expect(confidence).to_have_attribute("aria-invalid", "true")
    await expect(confidence).to_have_accessible_description("This lies between 0 and 1.")
    await expect(confidence).to_be_focused()
    assert await looking.looker.head() == head


async def test_a_preview_shows_what_would_move_and_records_nothing(looking: Looking) -> None:
    board = await looking.board()
    before, head = await looking.looker.key_result(), await looking.looker.head()
    details = await board.chosen(before["id"])
    await details.get_by_label("Value").fill("61")
    await details.get_by_role("button", name="Preview").first.click()
    mark = board.row(before["id"]).locator(".mark")
    was = percent(before["progress"]["value"])
    await expect(mark).to_have_text(f"would be: {was} → 100%")
    assert await board.page.locator(".mark").count() >= 3
    assert await looking.looker.head() == head
    assert await looking.looker.key_result() == before


async def test_a_revision_with_its_reason_and_a_comment_are_made_here(looking: Looking) -> None:
    board = await looking.board()
    [other, *_] = [
        each
        for one in await looking.looker.objectives()
        for each in one["keyResults"]
        if each["metric"]["kind"] == "INCREASE" and each["state"] == "ACTIVE"
    ]
    details = await board.chosen(other["id"])
    target = float(other["metric"]["target"]) * 2
    await details.get_by_role("textbox", name="Target").fill(f"{target:g}")
    await details.get_by_role("button", name="Revise").click()
    await expect(details.get_by_label("Reason")).to_have_accessible_description(
        "A reason is asked for."
    )
    await details.get_by_label("Reason").fill("The market has doubled.")
    await details.get_by_role("button", name="Revise").click()
    await expect(board.row(other["id"])).to_contain_text(f"{target:,g}")

    details = await board.chosen(other["id"])
    await details.get_by_role("textbox", name="Comment").fill("Then we need more people.")
    await details.get_by_label("Kind").select_option("concern")
    await details.get_by_role("button", name="Comment").click()
    await expect(board.page.get_by_role("log")).to_contain_text("Then we need more people.")

    details = await board.chosen(other["id"])
    await expect(details).to_contain_text("The market has doubled.")
    await expect(details).to_contain_text("Then we need more people.")
    await expect(details.locator(".curve path.target")).to_have_attribute("d", re.compile("V"))
