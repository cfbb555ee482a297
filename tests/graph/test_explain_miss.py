"""Why something was not reached, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

WHY = {"category": "CAPACITY", "text": "Two of us left.", "improvement": "Hire earlier."}
MISS = "miss { category text improvement author { name } recordedAt }"


async def demand(office: Office, what: str) -> None:
    await office.admin.do(
        "changePolicy", "organization { id }", reason="We want to learn.", missReason=what
    )


async def codes(office: Office, key_result: str) -> set[str]:
    seen = await office.seen("KeyResult", key_result, "findings { code }")
    return {each["code"] for each in seen["findings"]}


@pytest.mark.row("R3-21", "R2-23")
async def test_below_the_cut_off_a_policy_asks_why_and_what_would_improve_it(
    office: Office,
) -> None:
    await demand(office, "REFUSE")
    key_result = await office.started()
    said: dict[str, Any] = {"keyResultId": key_result, "kind": "AGREED", "score": "0.69"}

    for miss, path in (
        (None, "miss"),
        (WHY | {"text": " "}, "miss.text"),
        ({name: WHY[name] for name in ("category", "text")}, "miss.improvement"),
    ):
        assert await office.admin.refused("scoreKeyResult", "keyResult", miss=miss, **said) == [
            ("REASON_IS_MISSING", f"input.{path}")
        ]
    for reached in ({"score": "0.7"}, {"kind": "TEAM"}):
        await office.admin.do("scoreKeyResult", "keyResult { id }", **(said | reached))
    await office.admin.do("scoreKeyResult", "keyResult { id }", miss=WHY, **said)

    seen = await office.seen(
        "KeyResult", key_result, f"{MISS} score {{ agreed {{ value }} band {{ label }} }}"
    )
    assert seen["miss"].pop("recordedAt")
    assert seen == {
        "miss": WHY | {"author": {"name": "Ada"}},
        "score": {"agreed": {"value": "0.69"}, "band": {"label": "Progress"}},
    }
    await office.admin.do("scoreKeyResult", "keyResult { id }", **(said | {"score": "0.5"}))


async def test_a_miss_can_be_explained_later_and_is_found_until_then(office: Office) -> None:
    key_result = await office.started()
    said = {"keyResultId": key_result, "kind": "AGREED", "score": "0.2"}
    await office.admin.do("scoreKeyResult", "keyResult { id }", **said)
    assert "MISS_WITHOUT_REASON" not in await codes(office, key_result)
    await demand(office, "WARN")
    assert "MISS_WITHOUT_REASON" in await codes(office, key_result)

    for text in ("Two left.", "Two of us left."):
        await office.admin.do(
            "explainMiss", "keyResult { id }", keyResultId=key_result, **(WHY | {"text": text})
        )

    assert "MISS_WITHOUT_REASON" not in await codes(office, key_result)
    seen = (await office.seen("KeyResult", key_result, MISS))["miss"]
    assert (seen["text"], seen["author"]) == ("Two of us left.", {"name": "Ada"})


async def test_who_worked_on_it_says_why_also_after_the_end(office: Office) -> None:
    team = await office.team()
    member, stranger = await office.member(team), await office.person()
    cycle = await office.cycle(started=False)
    key_result = await office.key_result(await office.objective(cycle, ownerTeamId=team))
    said = {"keyResultId": key_result, **WHY}
    assert await member.refused("explainMiss", "keyResult", **said) == [
        ("WRONG_STATE", "input.keyResultId")
    ]
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    assert await stranger.refused("explainMiss", "keyResult", **said) == [("NOT_ALLOWED", "")]
    assert await member.refused("explainMiss", "keyResult", **(said | {"text": ""})) == [
        ("REASON_IS_MISSING", "input.text")
    ]
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    await member.do("explainMiss", "keyResult { id }", **said)
    assert (await office.seen("KeyResult", key_result, MISS))["miss"]["category"] == "CAPACITY"


async def test_what_was_reached_in_full_was_not_missed(office: Office) -> None:
    key_result = await office.started()
    said = {"keyResultId": key_result, "kind": "AGREED", "score": "1"}
    for other in (said, said | {"kind": "SELF", "score": "0.1"}):
        told = await office.admin.refused("scoreKeyResult", "keyResult", miss=WHY, **other)
        assert told == [("INVALID", "input.miss")]
    await office.admin.do("scoreKeyResult", "keyResult { id }", **said)
    told = await office.admin.refused("explainMiss", "keyResult", keyResultId=key_result, **WHY)
    assert told == [("WRONG_STATE", "input.keyResultId")]
    assert await office.seen("KeyResult", key_result, "miss { text }") == {"miss": None}

    await office.admin.do("scoreKeyResult", "keyResult { id }", **(said | {"score": "0.9"}))
    await office.admin.do("explainMiss", "keyResult { id }", keyResultId=key_result, **WHY)
