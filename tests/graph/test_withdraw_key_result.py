"""Giving a key result up through the running server."""

import pytest

from tests.graph.office import Office


async def withdraw(office: Office, key_result: str) -> None:
    await office.admin.do(
        "withdrawKeyResult",
        "keyResult { id }",
        keyResultId=key_result,
        reason="The product was sold.",
    )


async def test_what_is_given_up_stays_readable_and_counts_no_longer(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    kept, given_up = await office.key_result(objective), await office.key_result(objective)
    await office.check_in(kept, "12")
    await office.check_in(given_up, "20")

    await withdraw(office, given_up)

    shows = "state version current progress { value } lastCheckIn { value }"
    assert await office.seen("KeyResult", given_up, shows) == {
        "state": "WITHDRAWN",
        "version": 3,
        "current": "20",
        "progress": {"value": "1"},
        "lastCheckIn": {"value": "20"},
    }
    shows = "keyResults { id } progress { value inputs { node { id } value counted because } }"
    seen = await office.seen("Objective", objective, shows)
    assert seen["keyResults"] == [{"id": kept}, {"id": given_up}]
    assert seen["progress"]["value"] == "0.2"
    inputs = {each.pop("node")["id"]: each for each in seen["progress"]["inputs"]}
    assert inputs == {
        kept: {"value": "0.2", "counted": True, "because": None},
        given_up: {"value": "1", "counted": False, "because": "It was withdrawn."},
    }


async def test_parts_are_given_up_with_their_whole(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    whole = await office.key_result(objective, {"kind": "COMPOUND", "combine": "ALL"})
    parts = [await office.key_result(objective, partOfId=whole) for _ in range(2)]
    other = await office.key_result(objective)
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=parts[0], reason="Done elsewhere."
    )
    given_up = await office.admin.do(
        "withdrawKeyResult",
        "keyResult { id state parts { state } }",
        keyResultId=whole,
        reason="The product was sold.",
    )

    assert given_up == {"id": whole, "state": "WITHDRAWN", "parts": [{"state": "WITHDRAWN"}] * 2}
    states = [(await office.seen("KeyResult", each, "state"))["state"] for each in (*parts, other)]
    assert states == ["WITHDRAWN", "WITHDRAWN", "ACTIVE"]
    said = {"keyResultId": parts[1], "value": "12"}
    assert await office.admin.refused("recordCheckIn", "checkIn", **said) == [
        ("WRONG_STATE", "input.keyResultId")
    ]


async def test_an_objective_whose_only_key_result_is_given_up_knows_nothing(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    await office.check_in(key_result, "20", confidence="0.9")

    await withdraw(office, key_result)

    seen = await office.seen("Objective", objective, "confidence progress { value raw }")
    assert seen == {"confidence": None, "progress": {"value": None, "raw": None}}


async def test_it_is_given_up_once_and_nothing_is_reported_any_more(office: Office) -> None:
    key_result = await office.started()
    await withdraw(office, key_result)

    assert await office.admin.refused(
        "withdrawKeyResult", "keyResult", keyResultId=key_result, reason="Again."
    ) == [("WRONG_STATE", "input.keyResultId")]
    assert await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="11"
    ) == [("WRONG_STATE", "input.keyResultId")]


@pytest.mark.parametrize("reason", ["", "\u00a0"])
async def test_a_reason_is_asked_for(office: Office, reason: str) -> None:
    key_result = await office.started()

    assert await office.admin.refused(
        "withdrawKeyResult", "keyResult", keyResultId=key_result, reason=reason
    ) == [("REASON_IS_MISSING", "input.reason")]


async def test_its_owner_gives_it_up_and_contributors_do_not(office: Office) -> None:
    owner, contributor = await office.person(), await office.person()
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, ownerPersonId=str(owner.person_id))
    await office.contributor(key_result, contributor)
    said = {"keyResultId": key_result, "reason": "So."}

    assert await contributor.refused("withdrawKeyResult", "keyResult", **said) == [
        ("NOT_ALLOWED", "")
    ]
    await owner.do("withdrawKeyResult", "keyResult { id }", **said)
