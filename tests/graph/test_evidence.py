"""What reports rest on, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

BILL = {
    "kind": "INVOICE",
    "title": "Bill of May",
    "uri": "https://example.org/bill.pdf",
    "sha256": "0123456789abcdef" * 4,
    "occurredOn": "2026-05-31",
}
MAIL = {"kind": "MAIL", "uri": "mid:960830.1639@example.org"}
SHOWS = "kind title uri sha256 occurredOn"


async def test_evidence_is_shown_with_the_report_and_the_key_result(office: Office) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "11")
    report = await office.check_in(key_result, "12", evidence=[BILL, MAIL])

    of_report = await office.seen("CheckIn", report, f"evidence {{ {SHOWS} }}")
    shows = f"evidence {{ totalCount nodes {{ {SHOWS} checkIn {{ id }} }} }}"
    of_key_result = (await office.seen("KeyResult", key_result, shows))["evidence"]

    nothing = {"title": None, "sha256": None, "occurredOn": None}
    assert of_report == {"evidence": [BILL, nothing | MAIL]}
    assert of_key_result["totalCount"] == 2
    assert of_key_result["nodes"] == [
        each | {"checkIn": {"id": report}} for each in of_report["evidence"]
    ]


@pytest.mark.parametrize(
    ("evidence", "place"),
    [
        ({"title": "Something"}, "input.evidence.0"),
        ({"uri": "javascript:alert(1)"}, "input.evidence.0.uri"),
        ({"uri": "example.org/bill.pdf"}, "input.evidence.0.uri"),
        ({"uri": "https://example.org/a bill"}, "input.evidence.0.uri"),
        ({"sha256": "ABCDEF"}, "input.evidence.0.sha256"),
        (BILL | {"occurredOn": "2999-01-01"}, "input.evidence.0.occurredOn"),
    ],
)
async def test_what_cannot_be_found_again_is_no_evidence(
    office: Office, evidence: dict[str, Any], place: str
) -> None:
    key_result = await office.started()

    said = {"keyResultId": key_result, "value": "11", "evidence": [evidence]}

    assert await office.admin.refused("recordCheckIn", "checkIn", **said) == [("INVALID", place)]


async def test_a_correction_keeps_what_it_corrects_rested_on_and_left_open(
    office: Office,
) -> None:
    key_result = await office.started()
    wrong = await office.check_in(key_result, "12", evidence=[BILL], obstacles=["A wall"])
    for value in ("13", "14"):
        shows = "checkIn { id }"
        said = {"checkInId": wrong, "reason": "A slip.", "value": value}
        wrong = (await office.admin.do("correctCheckIn", shows, **said))["id"]

    shows = "lastCheckIn { value evidence { title } obstacles { text open } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "lastCheckIn": {
            "value": "14",
            "evidence": [{"title": "Bill of May"}],
            "obstacles": [{"text": "A wall", "open": True}],
        }
    }


UNPROVEN = """query ($id: ID!) { node(id: $id) { ... on Cycle {
  findings(filter: {code: NO_EVIDENCE}) { nodes { severity node { id } } } } } }"""


async def unproven(office: Office, cycle: str) -> list[str]:
    """The key results of a cycle that have come forward without evidence, for somebody else."""
    reader = await office.person()
    found = (await reader.ask(UNPROVEN, id=cycle))["node"]["findings"]["nodes"]
    return [each["node"]["id"] for each in found]


@pytest.mark.row("R1-32")
async def test_progress_without_evidence_is_found_until_there_is_some(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    claimed, proven, still = [await office.key_result(objective) for _ in range(3)]
    await office.check_in(claimed, "15")
    await office.check_in(proven, "15", evidence=[BILL])
    await office.check_in(still, "10", confidence="0.5")
    assert await unproven(office, cycle) == [claimed]

    report = await office.check_in(claimed, evidence=[MAIL])
    assert await unproven(office, cycle) == []
    shows = f"lastCheckIn {{ evidence {{ {SHOWS} }} }}"
    seen = await office.seen("KeyResult", proven, shows)
    assert seen["lastCheckIn"]["evidence"] == [BILL]

    said = {"checkInId": report, "reason": "Another mail was meant."}
    await office.admin.do("retractCheckIn", "checkIn { id }", **said)
    assert await unproven(office, cycle) == [claimed]
