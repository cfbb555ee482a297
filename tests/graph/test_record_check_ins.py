"""The weekly round in one request, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

SHOWS = "checkIns { value keyResult { id } }"


async def report(office: Office, *items: dict[str, Any], by: Client | None = None) -> Any:
    return await (by or office.admin).command("recordCheckIns", SHOWS, {"checkIns": list(items)})


def places(payload: Any) -> list[tuple[str, str]]:
    assert payload["checkIns"] == []
    assert payload["position"] is None
    return [(each["code"], ".".join(each["path"])) for each in payload["refusals"]]


async def count(office: Office, *key_results: str) -> list[int]:
    """How many reports each of them has."""
    shows = "checkIns { totalCount }"
    seen = [await office.seen("KeyResult", each, shows) for each in key_results]
    return [each["checkIns"]["totalCount"] for each in seen]


async def test_many_are_written_in_their_order_and_move_what_is_above(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    first, second = await office.key_result(objective), await office.key_result(objective)
    before = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]

    payload = await report(
        office,
        {"keyResultId": second, "value": "20"},
        {"keyResultId": first, "value": "12"},
        {"keyResultId": first, "value": "14"},
    )

    assert payload == {
        "checkIns": [
            {"value": "20", "keyResult": {"id": second}},
            {"value": "12", "keyResult": {"id": first}},
            {"value": "14", "keyResult": {"id": first}},
        ],
        "position": before + 3,
        "refusals": [],
    }
    seen = await office.seen("Objective", objective, "progress { value }")
    assert seen == {"progress": {"value": "0.7"}}


@pytest.mark.row("R3-17")
async def test_no_change_on_many_at_once_is_an_update_of_each(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    moving, resting = await office.key_result(objective), await office.key_result(objective)
    earlier = [await office.check_in(each, "12", confidence="0.5") for each in (moving, resting)]

    payload = await report(office, {"keyResultId": moving, "value": "15"}, {"keyResultId": resting})

    assert payload["refusals"] == []
    shows = "current confidence lastCheckIn { id value } checkIns { totalCount }"
    one, other = [await office.seen("KeyResult", each, shows) for each in (moving, resting)]
    assert (one["current"], one["lastCheckIn"]["value"]) == ("15", "15")
    assert (other["current"], other["lastCheckIn"]["value"]) == ("12", None)
    assert {one["confidence"], other["confidence"]} == {"0.5"}
    assert {one["lastCheckIn"]["id"], other["lastCheckIn"]["id"]}.isdisjoint(earlier)
    assert one["checkIns"] == other["checkIns"] == {"totalCount": 2}


@pytest.mark.row("R3-15")
async def test_the_weekly_round_says_everything_about_many_key_results_at_once(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    first, second = await office.key_result(objective), await office.key_result(objective)
    said: dict[str, Any] = {
        "confidence": "0.4",
        "status": "AT_RISK",
        "note": "Slow.",
        "obstacles": ["A wall", "Rain"],
        "help": "A ladder from the neighbours.",
        "adjustment": "Let us go around the wall.",
        "evidence": [{"kind": "DATA", "uri": "https://example.org/count", "title": "The count"}],
    }

    payload = await report(
        office,
        {"keyResultId": first, "value": "12"} | said,
        {"keyResultId": second, "value": "20", "confidence": "1", "status": "ON_TRACK"},
    )

    assert payload["refusals"] == []
    shows = """current confidence status lastCheckIn {
      note obstacles { kind text open } evidence { kind title uri } author { name } }"""
    seen = [await office.seen("KeyResult", each, shows) for each in (first, second)]
    assert [each["current"] for each in seen] == ["12", "20"]
    assert [each["status"] for each in seen] == ["AT_RISK", "ON_TRACK"]
    assert [each["confidence"] for each in seen] == ["0.4", "1"]
    assert seen[0]["lastCheckIn"] == {
        "note": "Slow.",
        "author": {"name": "Ada"},
        "evidence": said["evidence"],
        "obstacles": [
            {"kind": "OBSTACLE", "text": "A wall", "open": True},
            {"kind": "OBSTACLE", "text": "Rain", "open": True},
            {"kind": "HELP", "text": said["help"], "open": True},
            {"kind": "ADJUSTMENT", "text": said["adjustment"], "open": True},
        ],
    }
    above = await office.seen("Objective", objective, "progress { value } confidence")
    assert above == {"progress": {"value": "0.6"}, "confidence": "0.7"}


async def test_all_are_written_or_none_and_each_reason_names_its_item(office: Office) -> None:
    owner = await office.person()
    objective = await office.objective(await office.cycle())
    own = await office.key_result(objective, ownerPersonId=str(owner.person_id))
    other = await office.key_result(objective)

    payload = await report(
        office,
        {"keyResultId": own, "value": "11"},
        {"keyResultId": other, "value": "11"},
        {"keyResultId": own, "confidence": "2", "obstacles": ["A wall", ""]},
        {"keyResultId": objective, "value": "11"},
        by=owner,
    )

    assert places(payload) == [
        ("NOT_ALLOWED", "input.checkIns.1"),
        ("INVALID", "input.checkIns.2.confidence"),
        ("INVALID", "input.checkIns.2.obstacles.1"),
        ("NOT_FOUND", "input.checkIns.3.keyResultId"),
    ]
    assert await count(office, own, other) == [0, 0]


async def test_each_item_is_decided_on_its_own_version(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    fresh, moved = await office.key_result(objective), await office.key_result(objective)
    await office.check_in(moved, "11")
    items = [{"keyResultId": each, "value": "12", "expectedVersion": 1} for each in (fresh, moved)]

    late = await report(office, *items)
    assert places(late) == [("CHANGED_MEANWHILE", "input.checkIns.1.expectedVersion")]
    assert await count(office, fresh, moved) == [0, 1]

    items[1]["expectedVersion"] = 2
    assert (await report(office, *items))["refusals"] == []
    assert await count(office, fresh, moved) == [1, 2]


async def test_one_version_for_all_is_refused(office: Office) -> None:
    key_result = await office.started()
    said = {"checkIns": [{"keyResultId": key_result, "value": "11"}]}

    payload = await office.admin.command("recordCheckIns", SHOWS, said, {"expectedVersion": 1})

    assert places(payload) == [("INVALID", "command.expectedVersion")]


async def test_a_hundred_are_taken_and_no_more(office: Office) -> None:
    key_result = await office.started()
    item = {"keyResultId": key_result, "confidence": "0.5"}

    assert places(await report(office)) == [("INVALID", "input.checkIns")]
    assert places(await report(office, *[item] * 101)) == [("LIMIT_REACHED", "input.checkIns")]
    assert len((await report(office, *[item] * 100))["checkIns"]) == 100
    assert await count(office, key_result) == [100]


async def test_the_same_key_writes_them_once(office: Office) -> None:
    key_result = await office.started()
    said = {"checkIns": [{"keyResultId": key_result, "value": "11"}] * 2}

    first, again = [
        await office.admin.command("recordCheckIns", SHOWS, said, {"idempotencyKey": "week 47"})
        for _ in range(2)
    ]

    assert again == first
    assert await count(office, key_result) == [2]
