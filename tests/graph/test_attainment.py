"""Whether things are reached or have a clear path to it, asked of the running server."""

from decimal import Decimal
from typing import Any

import pytest

from server.okr.check_ins import record_check_in
from tests.graph.client import Client
from tests.graph.earlier import Earlier
from tests.graph.office import Office

SPAN: dict[str, Any] = {"startsOn": "2026-10-01", "endsOn": "2026-12-30"}
FIRST, HALFWAY, LAST, AFTER = "2026-10-01", "2026-11-15", "2026-12-30", "2026-12-31"
ATTAINMENT = 'attainment(on: "%s") { state because }'
BEHIND = "It is behind what is expected by now."
SILENT = "Nobody has reported where it stands."
FELL_SHORT = "It is closed, and has not come as far as was agreed to count as reached."


async def running(office: Office, **said: Any) -> tuple[str, str, str]:
    """A cycle of ninety days, an objective in it and a key result that rises from 10 to 20."""
    cycle = await office.cycle(**SPAN)
    objective = await office.objective(cycle, **said)
    return cycle, objective, await office.key_result(objective)


async def state(
    office: Office, kind: str, noun: str, on: str, by: Client | None = None
) -> tuple[str, str]:
    """What somebody else is told about it."""
    told = (await office.seen(kind, noun, ATTAINMENT % on, by))["attainment"]
    return told["state"], told["because"]


@pytest.mark.row("R0-04")
async def test_it_is_told_whether_it_is_reached_or_has_a_clear_path_to_it(office: Office) -> None:
    cycle, objective, key_result = await running(office)
    both = {"Objective": objective, "KeyResult": key_result}

    async def states(on: str) -> set[tuple[str, str]]:
        return {await state(office, kind, noun, on) for kind, noun in both.items()}

    assert await states(HALFWAY) == {("NOT_YET", SILENT)}
    await office.check_in(key_result, "14.4")
    assert await states(HALFWAY) == {("NOT_YET", BEHIND)}
    await office.check_in(key_result, "14.5")
    ((told, _),) = await states(HALFWAY)
    assert told == "ON_CLEAR_PATH"
    await office.check_in(key_result, status="OFF_TRACK")
    ((told, because),) = await states(HALFWAY)
    assert (told, because) == ("NOT_YET", "A last report says that it will fall short.")
    assert await states(AFTER) == {("MISSED", "Its last day has passed.")}
    await office.check_in(key_result, "17", status="ON_TRACK")
    ((told, _),) = await states(AFTER)
    assert told == "REACHED"

    await office.check_in(key_result, "16")
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)
    assert await states(HALFWAY) == {("MISSED", FELL_SHORT)}


@pytest.mark.row("R0-04")
async def test_it_is_told_as_of_a_date_as_it_looked_then(earlier: Earlier) -> None:
    objective, key_result = await earlier.a_quarter()
    report = {"key_result_id": key_result}
    await earlier.do("2025-02-15T12:00", record_check_in, value=Decimal(50), **report)
    await earlier.do("2025-03-31T12:00", record_check_in, value=Decimal(70), **report)

    shows = "attainment { on state } pace { expected actual difference ratio verdict }"
    nouns = {"Objective": objective, "KeyResult": key_result}
    for kind, noun in nouns.items():
        before = await earlier.seen(kind, noun, shows, "2025-02-01T00:00:00")
        then = await earlier.seen(kind, noun, shows, "2025-02-16T00:00:00")
        now = await earlier.seen(kind, noun, shows)
        assert before["attainment"]["state"] == "NOT_YET"
        assert then["attainment"] == {"on": "2025-02-15", "state": "ON_CLEAR_PATH"}
        assert then["pace"] == {
            "expected": "0.5",
            "actual": "0.5",
            "difference": "0",
            "ratio": "1",
            "verdict": "ON_PACE",
        }
        assert now["attainment"]["state"] == "REACHED"
        assert now["pace"]["verdict"] == "BEHIND"


async def test_what_is_committed_is_reached_in_full_or_not(office: Office) -> None:
    _, objective, key_result = await running(office, ambition="COMMITTED")
    await office.check_in(key_result, "19.99")
    assert (await state(office, "Objective", objective, AFTER))[0] == "MISSED"
    await office.check_in(key_result, "20")
    for kind, noun in {"Objective": objective, "KeyResult": key_result}.items():
        assert (await state(office, kind, noun, FIRST))[0] == "REACHED"


async def test_the_cut_off_of_the_cycle_and_the_agreed_score_decide(office: Office) -> None:
    cycle, objective, key_result = await running(office)
    await office.check_in(key_result, "16")
    said = {"reason": "Agreed.", "cycleId": cycle, "completionCutOff": "0.6"}
    assert (await state(office, "Objective", objective, AFTER))[0] == "MISSED"
    await office.admin.do("changePolicy", "organization { id }", **said)
    assert (await state(office, "Objective", objective, AFTER))[0] == "REACHED"

    score = {"objectiveId": objective, "kind": "AGREED", "score": "0.5"}
    await office.admin.do("scoreObjective", "objective { id }", **score)
    assert (await state(office, "Objective", objective, AFTER))[0] == "MISSED"
    assert (await state(office, "KeyResult", key_result, AFTER))[0] == "REACHED"


async def test_drafts_are_not_there_yet_and_what_was_given_up_was_missed(office: Office) -> None:
    cycle, *_ = await running(office)
    draft = await office.objective(cycle, active=False)
    assert (await state(office, "Objective", draft, AFTER))[0] == "NOT_YET"
    said = {"objectiveId": draft, "reason": "Not worth it."}
    await office.admin.do("withdrawObjective", "objective { id }", **said)
    assert await state(office, "Objective", draft, FIRST) == ("MISSED", "It was given up.")


async def test_a_tolerance_is_agreed_on(office: Office) -> None:
    _, _, key_result = await running(office)
    await office.check_in(key_result, "14")
    shows = f'pace(on: "{HALFWAY}") {{ difference verdict because }}'

    async def verdict() -> Any:
        return (await office.seen("KeyResult", key_result, shows))["pace"]

    assert await verdict() == {"difference": "-0.1", "verdict": "BEHIND", "because": None}
    said = {"reason": "Agreed.", "paceTolerance": "0.1"}
    await office.admin.do("changePolicy", "organization { id }", **said)
    assert (await verdict())["verdict"] == "ON_PACE"
    await office.check_in(key_result, "16.01")
    assert (await verdict())["verdict"] == "AHEAD"
    said = {"reason": "Agreed.", "paceTolerance": "1.1"}
    told = await office.admin.refused("changePolicy", "organization", **said)
    assert told == [("INVALID", "input.paceTolerance")]


async def test_an_objective_is_expected_where_its_key_results_are_in_the_mean(
    office: Office,
) -> None:
    _, objective, _ = await running(office)
    heavy = await office.key_result(objective, weight="3", dueOn=HALFWAY)
    silent = await office.key_result(objective, {"kind": "AT_LEAST", "target": "5"})
    shows = f'pace(on: "{HALFWAY}") {{ expected actual ratio verdict because }}'

    unknown = {"actual": None, "ratio": None, "verdict": None, "because": SILENT}
    seen = await office.seen("Objective", objective, shows)
    assert seen["pace"] == {"expected": "0.875"} | unknown
    await office.check_in(heavy, "20")
    seen = await office.seen("Objective", objective, shows)
    assert seen["pace"] == {
        "expected": "0.875",
        "actual": "1",
        "ratio": "1.142857142857",
        "verdict": "AHEAD",
        "because": None,
    }
    await office.check_in(silent, "4")
    seen = await office.seen("KeyResult", silent, shows)
    because = "It says nothing of where it begins."
    assert seen["pace"] == unknown | {"expected": None, "actual": "0", "because": because}


async def test_without_key_results_of_its_own_an_objective_is_expected_by_its_days(
    office: Office,
) -> None:
    cycle, below, key_result = await running(office)
    above = await office.objective(cycle, dueOn=HALFWAY)
    await office.align(below, above, rollUp="MEAN")
    await office.check_in(key_result, "15")

    shows = 'pace(on: "2026-10-31") { expected actual verdict }'
    seen = await office.seen("Objective", above, shows)
    assert seen["pace"] == {"expected": "0.666666666667", "actual": "0.5", "verdict": "BEHIND"}


async def test_what_is_private_is_told_to_its_participants_alone(office: Office) -> None:
    _, objective, _ = await running(office, visibility="PRIVATE")

    assert await office.seen("Objective", objective, ATTAINMENT % FIRST) is None
    told = await state(office, "Objective", objective, FIRST, office.admin)
    assert told == ("NOT_YET", SILENT)
