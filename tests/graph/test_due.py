"""Reports that are due, asked of the running server."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.okr.check_ins import record_check_in
from server.okr.policies import ChangePolicy, change_policy
from server.okr.terms import Rhythm
from tests.graph.client import Client
from tests.graph.earlier import Earlier
from tests.graph.office import Office

TODAY = datetime.now(ZoneInfo("Europe/Zurich")).date()
DUE = """dueCheckIns(filter: {on: "%s"}) { totalCount nodes {
  keyResult { id } person { id } contribution { id } lastReportedOn dueOn daysOverdue } }"""
SPAN: dict[str, Any] = {"startsOn": "2026-01-01", "endsOn": "2099-12-31"}


def in_days(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


async def agree(office: Office, rhythm: str, **said: Any) -> None:
    stated = {"reason": "Agreed.", "checkInEvery": rhythm} | said
    await office.admin.do("changePolicy", "organization { id }", **stated)


async def due(
    office: Office,
    days: int,
    kind: str = "Organization",
    noun: str | None = None,
    by: Client | None = None,
) -> list[dict[str, Any]]:
    """The reports due in so many days, as somebody else reads them."""
    of = noun or str(office.actor.organization_id)
    found = (await office.seen(kind, of, DUE % in_days(days), by))["dueCheckIns"]
    assert found["totalCount"] == len(found["nodes"])
    listed: list[dict[str, Any]] = found["nodes"]
    return listed


async def about(office: Office, days: int, **of: str) -> list[str]:
    """The key results whose reports are due."""
    kind, noun = next(iter(of.items()), ("Organization", None))
    return [each["keyResult"]["id"] for each in await due(office, days, kind, noun)]


@pytest.mark.row("R1-17")
async def test_reports_are_due_and_overdue_by_the_rhythm_of_the_cycle_and_the_team(
    office: Office,
) -> None:
    team, other = await office.team(), await office.team()
    cycle = await office.cycle("Now", **SPAN)
    await agree(office, "MONTHLY")
    await agree(office, "BIWEEKLY", cycleId=cycle)
    of_team = await office.key_result(await office.objective(cycle, ownerTeamId=team))
    of_other = await office.key_result(await office.objective(cycle, ownerTeamId=other))
    elsewhere = await office.cycle("Else", **SPAN)
    monthly = await office.key_result(await office.objective(elsewhere))

    assert await about(office, 13) == []
    assert set(await about(office, 14)) == {of_team, of_other}
    assert set(await about(office, 31)) == {of_team, of_other, monthly}
    assert await about(office, 31, Cycle=elsewhere) == [monthly]
    assert await about(office, 31, Team=team) == [of_team]

    await office.admin.do("editTeam", "team { id }", teamId=team, checkInEvery="WEEKLY")
    assert await about(office, 7) == [of_team]
    (first, *_) = await due(office, 14)
    assert (first["keyResult"]["id"], first["dueOn"], first["daysOverdue"]) == (
        of_team,
        in_days(7),
        7,
    )
    shows = f'checkInDueOn overdue(on: "{in_days(7)}") late: overdue(on: "{in_days(8)}")'
    late = f'findings(on: "{in_days(8)}") {{ code }}'
    codes = (await office.seen("KeyResult", of_team, late))["findings"]
    assert {"code": "CHECK_IN_OVERDUE"} in codes
    assert await office.seen("KeyResult", of_team, shows) == {
        "checkInDueOn": in_days(7),
        "overdue": False,
        "late": True,
    }


@pytest.mark.row("R2-21")
async def test_a_report_that_proposes_a_correction_or_says_no_change_is_the_last_one(
    earlier: Earlier,
) -> None:
    change = ChangePolicy(reason="Agreed.")
    change.check_in_every = Rhythm.BIWEEKLY  # type: ignore[attr-defined]
    await earlier.do("2025-01-01T07:00", change_policy, **vars(change))
    _, key_result = await earlier.a_quarter()
    report = {"key_result_id": key_result}
    await earlier.do("2025-01-09T12:00", record_check_in, value=Decimal(5), **report)
    proposed = "Let us ask another market."
    await earlier.do("2025-01-20T12:00", record_check_in, adjustment=proposed, **report)

    shows = """checkInDueOn overdue(on: "2025-02-03") late: overdue(on: "2025-02-04")
      before: checkInDueOn(on: "2025-01-19")
      current lastCheckIn { value obstacles { kind text open } }"""
    assert await earlier.seen("KeyResult", key_result, shows) == {
        "checkInDueOn": "2025-02-03",
        "overdue": False,
        "late": True,
        "before": "2025-01-23",
        "current": "5",
        "lastCheckIn": {
            "value": None,
            "obstacles": [{"kind": "ADJUSTMENT", "text": proposed, "open": True}],
        },
    }


async def test_contributors_owe_their_own_part_and_owners_the_whole(office: Office) -> None:
    await agree(office, "WEEKLY")
    objective = await office.objective(await office.cycle(**SPAN))
    shared, owned = await office.key_result(objective), await office.key_result(objective)
    ann, bob = await office.person(), await office.person()
    parts = [await office.contributor(shared, each) for each in (ann, bob)]
    await office.admin.do(
        "reviseKeyResult",
        "keyResult { id }",
        keyResultId=owned,
        reason="She knows it.",
        category="OTHER",
        ownerPersonId=str(ann.person_id),
    )

    mine = await due(office, 7, "Person", str(ann.person_id))
    assert [(each["keyResult"]["id"], each["contribution"]) for each in mine] == [
        (owned, None),
        (shared, {"id": parts[0]}),
    ]
    await office.check_in(shared, "1", by=ann, occurredOn=in_days(0))
    assert {each["person"]["id"] for each in await due(office, 7)} == {
        str(ann.person_id),
        str(bob.person_id),
    }


async def test_what_is_not_worked_on_owes_nothing(office: Office) -> None:
    await agree(office, "WEEKLY")
    cycle = await office.cycle(**SPAN)
    draft = await office.key_result(await office.objective(cycle, active=False))
    ahead = await office.cycle("Ahead", started=False, **SPAN)
    planned = await office.key_result(await office.objective(ahead))
    given_up = await office.key_result(await office.objective(cycle))
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=given_up, reason="No."
    )

    assert await due(office, 100) == []
    for each in (draft, planned, given_up):
        shows = f'checkInDueOn overdue(on: "{in_days(100)}")'
        assert await office.seen("KeyResult", each, shows) == {
            "checkInDueOn": None,
            "overdue": False,
        }


async def test_a_report_that_was_taken_back_was_none(office: Office) -> None:
    await agree(office, "WEEKLY")
    key_result = await office.key_result(await office.objective(await office.cycle(**SPAN)))
    report = await office.check_in(key_result, "12")
    said = {"checkInId": report, "reason": "Another was meant."}
    await office.admin.do("retractCheckIn", "checkIn { id }", **said)

    assert [each["lastReportedOn"] for each in await due(office, 7)] == [None]


async def test_what_a_private_objective_owes_is_listed_for_its_participants(
    office: Office,
) -> None:
    await agree(office, "WEEKLY")
    await office.key_result(
        await office.objective(await office.cycle(**SPAN), visibility="PRIVATE")
    )

    assert await due(office, 7) == []
    assert len(await due(office, 7, by=office.admin)) == 1


async def test_where_nothing_was_agreed_nobody_owes_a_report(office: Office) -> None:
    await office.key_result(await office.objective(await office.cycle(**SPAN)))

    assert await due(office, 1000) == []


@pytest.mark.parametrize(("day", "due"), [("0001-01-01", False), ("9999-12-31", True)])
async def test_the_first_and_the_last_day_of_the_calendar_are_days_too(
    office: Office, day: str, due: bool
) -> None:
    await agree(office, "WEEKLY")
    key_result = await office.key_result(await office.objective(await office.cycle(**SPAN)))
    organization = str(office.actor.organization_id)

    shows = f'overdue(on: "{day}") pastDue(on: "{day}") expected(on: "{day}") {{ progress }}'
    assert await office.seen("KeyResult", key_result, shows) == {
        "overdue": due,
        "pastDue": due,
        "expected": {"progress": "1" if due else "0"},
    }
    shows = f"""dueCheckIns(filter: {{ on: "{day}" }}) {{ totalCount }}
      findings(filter: {{ on: "{day}", code: CHECK_IN_OVERDUE }}) {{ totalCount }}"""
    assert await office.seen("Organization", organization, shows) == {
        "dueCheckIns": {"totalCount": int(due)},
        "findings": {"totalCount": int(due)},
    }
