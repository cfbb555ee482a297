"""What a cycle leaves unfinished is found, through the running server."""

from server.okr.findings import FindingCode
from tests.graph.client import Client
from tests.graph.office import Office

NEXT = {"startsOn": "2027-01-01", "endsOn": "2027-03-31"}


async def unfinished(office: Office, cycle: str, by: Client | None = None) -> set[str]:
    shows = "findings(filter: { code: UNFINISHED }) { nodes { message node { id } } }"
    nodes = (await office.seen("Cycle", cycle, shows, by))["findings"]["nodes"]
    assert {each["message"] for each in nodes} <= {FindingCode.UNFINISHED.meaning}
    return {each["node"]["id"] for each in nodes}


async def close(office: Office, noun: str, noun_id: str) -> None:
    field = noun[0].lower() + noun[1:]
    await office.admin.do(f"close{noun}", f"{field} {{ id }}", **{f"{field}Id": noun_id})


async def carry(office: Office, objective: str, cycle: str) -> str:
    said = {"objectiveId": objective, "cycleId": cycle}
    anew = await office.admin.do("carryObjectiveForward", "objective { id }", **said)
    return str(anew["id"])


async def test_what_was_not_reached_and_goes_on_nowhere_is_found_when_its_cycle_ends(
    office: Office,
) -> None:
    cycle, later = await office.cycle(), await office.cycle("2027-Q1", started=False, **NEXT)
    reached, promised, silent, scored, ended, carried = [
        await office.objective(cycle, ambition=ambition)
        for ambition in ("ASPIRATIONAL", "COMMITTED", *["ASPIRATIONAL"] * 4)
    ]
    await office.objective(cycle, active=False)
    for objective in (reached, promised):
        await office.check_in(await office.key_result(objective), "18")
    said = {"kind": "AGREED", "score": "0.7"}
    await office.admin.do("scoreObjective", "objective { id }", objectiveId=scored, **said)
    await close(office, "Objective", ended)
    assert await unfinished(office, cycle) == set()

    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)

    assert await unfinished(office, cycle) == {promised, silent, carried}
    anew = await carry(office, carried, later)
    assert await unfinished(office, cycle) == {promised, silent}
    await close(office, "Objective", promised)
    assert await unfinished(office, cycle) == {silent}
    await close(office, "Cycle", cycle)
    assert await unfinished(office, cycle) == {silent}

    said = {"objectiveId": anew, "reason": "Nobody has time for it."}
    await office.admin.do("withdrawObjective", "objective { id }", **said)
    assert await unfinished(office, cycle) == {silent, carried}
    await carry(office, silent, later)
    assert await unfinished(office, cycle) == {carried}


async def test_what_goes_on_where_somebody_does_not_see_it_is_unfinished_for_them(
    office: Office,
) -> None:
    cycle, later = await office.cycle(), await office.cycle("2027-Q1", started=False, **NEXT)
    objective = await office.objective(cycle)
    anew = await carry(office, objective, later)
    said = {"objectiveId": anew, "visibility": "PRIVATE"}
    await office.admin.do("editObjective", "objective { id }", **said)

    await close(office, "Cycle", cycle)

    assert await unfinished(office, cycle, office.admin) == set()
    assert await unfinished(office, cycle) == {objective}
