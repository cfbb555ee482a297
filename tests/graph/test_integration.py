"""Programs of others bring values in with a key of their own, and are told by a webhook."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.commands import Handler
from server.digests import Digests
from tests.graph.office import Office
from tests.graph.test_create_api_key import key_of
from tests.mailbox import Mailbox

SOURCE = {"uri": "https://crm.example.org/reports/7", "title": "The CRM"}
SHOWS = """checkIns { nodes { value author { id isProgram } evidence { uri title } } }"""


@pytest.mark.row("R1-113")
async def test_a_program_brings_values_in_once_with_their_source_and_a_webhook_tells_of_them(
    office: Office, handler: Handler, mailbox: Mailbox
) -> None:
    cycle, team = await office.cycle(), await office.team()
    robot = await key_of(office, await office.person("CRM", isProgram=True))
    me = str(robot.person_id)
    objective = await office.objective(cycle, ownerTeamId=team)
    keys = [await office.key_result(objective, ownerPersonId=me) for _ in range(2)]
    kpi = await office.kpi(ownerPersonId=me)

    items = [{"keyResultId": each, "value": "15", "evidence": [SOURCE]} for each in keys]
    command: dict[str, Any] = {"idempotencyKey": "crm-2026-47"}
    for _ in range(2):
        payload = await robot.command(
            "recordCheckIns", "checkIns { value }", {"checkIns": items}, command
        )
        assert payload["refusals"] == []
    await office.measured(kpi, "99.5", by=robot, source="The monitor")

    for each in keys:
        (found,) = (await office.seen("KeyResult", each, SHOWS))["checkIns"]["nodes"]
        assert (found["value"], found["author"]) == ("15", {"id": me, "isProgram": True})
        assert found["evidence"] == [SOURCE]
    measured = await office.seen("Kpi", kpi, "values { nodes { value source } }")
    assert measured["values"]["nodes"] == [{"value": "99.5", "source": "The monitor"}]

    now = datetime.now(UTC)
    weekday = now.astimezone(ZoneInfo("Europe/Zurich")).isoweekday()
    digests = Digests(database=handler.database, address=mailbox.address, weekday=weekday)
    await digests.of(office.actor.organization_id, now)
    told = {each["id"]: each for each in (one.json() for one in mailbox.got)}
    assert (told[team]["kind"], told[team]["reports"]) == ("Team", 2)
    assert told[team]["moved"] == [{"objective_id": objective, "before": None, "after": 0.5}]
    assert me not in told
