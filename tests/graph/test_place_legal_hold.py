"""Placing a legal hold through the running server: what is needed as evidence stays."""

import asyncpg

from tests.graph.erased import entrusted, latest
from tests.graph.office import Office

HELD = "{ organization { legalHold version } }"


async def test_nothing_is_redacted_and_nobody_forgotten_while_a_legal_hold_stands(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, reader = await entrusted(office), await office.person()
    report = await office.check_in(await office.started(), "12", note="Evidence")
    event = await latest(owner, office, "CheckInRecorded")
    leaver = str((await office.person()).person_id)
    await office.admin.do("deactivatePerson", "person { id }", personId=leaver)

    await office.admin.do("placeLegalHold", "organization { id }", reason="A lawsuit")

    shown = (await reader.ask(HELD))["organization"]
    assert shown == {"legalHold": "A lawsuit", "version": 2}
    for mutation, said in (
        ("redactEvent", {"eventId": event}),
        ("forgetPerson", {"personId": leaver}),
    ):
        reasons = await redactor.refused(mutation, "redaction", reason="They asked.", **said)
        assert reasons == [("WRONG_STATE", "")]
    assert await office.seen("CheckIn", report, "note") == {"note": "Evidence"}


async def test_only_an_administrator_places_one_and_with_a_reason(office: Office) -> None:
    auditor = await entrusted(office, "AUDIT")

    assert await auditor.refused("placeLegalHold", "organization", reason="So.") == [
        ("NOT_ALLOWED", "")
    ]
    assert await office.admin.refused("placeLegalHold", "organization", reason=" ") == [
        ("REASON_IS_MISSING", "input.reason")
    ]


async def test_one_stands_at_a_time(office: Office) -> None:
    await office.admin.do("placeLegalHold", "organization { id }", reason="A lawsuit")

    again = await office.admin.refused("placeLegalHold", "organization", reason="Another")
    assert again == [("WRONG_STATE", "")]
