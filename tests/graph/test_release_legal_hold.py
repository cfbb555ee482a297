"""Releasing a legal hold through the running server: words may be redacted again."""

import asyncpg

from tests.graph.erased import entrusted, latest
from tests.graph.office import Office


async def test_words_are_redacted_again_once_it_is_released(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, reader = await entrusted(office), await office.person()
    await office.check_in(await office.started(), "12", note="Evidence")
    event = await latest(owner, office, "CheckInRecorded")
    await office.admin.do("placeLegalHold", "organization { id }", reason="A lawsuit")

    await office.admin.do("releaseLegalHold", "organization { id }", reason="It is settled.")

    held = await reader.ask("{ organization { legalHold } }")
    assert held == {"organization": {"legalHold": None}}
    await redactor.do("redactEvent", "redaction { id }", eventId=event, reason="They asked.")


async def test_it_takes_two_to_take_away_what_was_held(office: Office) -> None:
    redactor = await entrusted(office)
    both = {"personId": str(redactor.person_id), "permission": "ADMINISTER"}
    await office.admin.do("grantPermission", "person { id }", **both)
    await redactor.do("placeLegalHold", "organization { id }", reason="A lawsuit")

    assert await redactor.refused("releaseLegalHold", "organization", reason="So.") == [
        ("NOT_ALLOWED", "")
    ]


async def test_where_none_stands_there_is_nothing_to_release(office: Office) -> None:
    assert await office.admin.refused("releaseLegalHold", "organization", reason="So.") == [
        ("WRONG_STATE", "")
    ]
