"""Values that are missing are named, unless a redaction in the history says why."""

import json
from uuid import UUID

import pytest

from server.audit.checking import check
from server.audit.export import lines
from server.database import Database
from server.okr.people import deactivate_person, grant_permission
from server.okr.redactions import forget_person, redact_event
from server.okr.terms import Permission
from tests.audit import forging
from tests.samples import Organization

REPORT = 9
"""The position of a report with a note."""


@pytest.fixture
async def redactor(organization: Organization) -> Organization:
    """Somebody who may redact, where something was reported."""
    await organization.check_in(await organization.key_result(), 12, note="As planned.")
    ann = await organization.person()
    permission = {"person_id": ann.person_id, "permission": Permission.REDACT}
    await organization.do(grant_permission, **permission)
    return organization.by(ann)


async def exported(database: Database, organization: Organization) -> list[str]:
    return [line async for line in lines(database, organization.id)]


def beside(history: list[str]) -> list[str]:
    """What is told beside the point that no key was given."""
    return check([line.encode() for line in history], [], [], None).beside[1:]


async def test_what_was_redacted_is_not_missing(redactor: Organization, database: Database) -> None:
    event_id = json.loads((await exported(database, redactor))[REPORT - 1])["eventId"]
    await redactor.do(redact_event, event_id=UUID(event_id), reason="A name was in it.")
    history = await exported(database, redactor)
    assert json.loads(history[REPORT - 1])["private"] == {"note": None}
    assert beside(history) == []
    assert beside(history[:-1]) == [
        f"Missing, and no redaction in this file says why: note of position {REPORT}."
    ]


async def test_what_a_person_said_who_is_forgotten_is_not_missing(
    organization: Organization, redactor: Organization, database: Database
) -> None:
    bea = await organization.person("Bea")
    await organization.do(deactivate_person, person_id=bea.person_id)
    await redactor.do(forget_person, person_id=bea.person_id, reason="She asked for it.")
    history = await exported(database, redactor)
    assert [fact for fact in map(json.loads, history) if None in (fact["private"] or {}).values()]
    assert beside(history) == []


async def test_what_was_kept_back_is_named(redactor: Organization, database: Database) -> None:
    history = await exported(database, redactor)
    kept_back = forging.changed(history, REPORT, forging.another("private", {"note": None}))
    assert beside(kept_back) == [
        f"Missing, and no redaction in this file says why: note of position {REPORT}."
    ]
