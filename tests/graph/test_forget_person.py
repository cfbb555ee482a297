"""Forgetting a person through the running server: nothing of theirs can be read any more."""

import asyncpg

from server.audit.export import lines
from server.audit.verify import verify
from server.database import Database
from tests.graph.erased import as_of, entrusted, places_of, position
from tests.graph.office import Office

NAME = "Zacharias Quill"
WORDS = "Zacharias's own words"
SHOWS = "redaction { reason person { id name active } eventPosition fields }"


async def test_who_is_forgotten_is_gone_everywhere_and_the_log_verifies(
    office: Office, owner: asyncpg.Connection, database: Database
) -> None:
    redactor, key_result = await entrusted(office), await office.started()
    person = await office.person(NAME, email="zacharias@example.org")
    person_id = str(person.person_id)
    await office.admin.do("renamePerson", "person { id }", personId=person_id, name=f"{NAME} II")
    contribution = {"keyResultId": key_result, "personId": person_id, "target": "4"}
    await office.admin.do("assignContributor", "keyResult { id }", **contribution)
    report = await office.check_in(key_result, "3", by=person, note=WORDS, obstacles=[WORDS])
    await person.do("addComment", "comment { id }", checkInId=report, text=WORDS)
    before = await position(office.admin)
    await office.admin.do("deactivatePerson", "person { id }", personId=person_id)

    made = await redactor.do("forgetPerson", SHOWS, personId=person_id, reason="They asked for it.")

    forgotten = {"name": "[redacted]"}
    assert made["person"] == {"id": person_id, "active": False} | forgotten
    for text in (NAME, "zacharias@example.org", WORDS):
        assert await places_of(owner, text) == []
    then = await as_of(office.admin, before, person_id, "... on Person { name }")
    assert then == forgotten
    shown = await office.seen("CheckIn", report, "value note author { name }")
    assert shown == {"value": "3", "note": None, "author": {"name": "[redacted]"}}
    exported = [line async for line in lines(database, office.actor.organization_id)]
    assert verify(exported).facts == await position(office.admin)
    assert not any(NAME in line or WORDS in line for line in exported)


async def test_what_the_organization_calls_its_goals_stays(office: Office) -> None:
    redactor, person = await entrusted(office), await office.person(NAME)
    objective = await office.objective(await office.cycle(), by=person, title="Win the north")
    await office.admin.do("deactivatePerson", "person { id }", personId=str(person.person_id))

    await redactor.do("forgetPerson", SHOWS, personId=str(person.person_id), reason="They asked.")

    shown = await office.seen("Objective", objective, "title owner { ... on Person { name } }")
    assert shown == {"title": "Win the north", "owner": {"name": "[redacted]"}}


async def test_who_is_still_there_is_not_forgotten(office: Office, other_office: Office) -> None:
    redactor, person = await entrusted(office), await office.person(NAME)
    said = {"personId": str(person.person_id), "reason": "So."}
    elsewhere = {"personId": str((await other_office.person()).person_id), "reason": "So."}

    assert await redactor.refused("forgetPerson", "redaction", **said) == [
        ("WRONG_STATE", "input.personId")
    ]
    assert await redactor.refused("forgetPerson", "redaction", **elsewhere) == [
        ("NOT_FOUND", "input.personId")
    ]
    assert await person.refused("forgetPerson", "redaction", **said) == [("NOT_ALLOWED", "")]
