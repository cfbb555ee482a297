"""Stating where the organization wants to go, and what serves it, through the running server."""

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

LISTED = """query ($filter: ObjectiveFilter) { organization {
  objectives(filter: $filter) { nodes { id } } } }"""


async def listed(reader: Client, *, lacking: bool) -> list[str]:
    asked = {"lacksVisionLink": lacking, "state": "ACTIVE"}
    shown = (await reader.ask(LISTED, filter=asked))["organization"]["objectives"]["nodes"]
    return [each["id"] for each in shown]


async def found(office: Office, objective: str, by: Client | None = None) -> bool:
    """Whether somebody finds that an objective serves nothing."""
    seen = await office.seen("Objective", objective, "findings { code }", by)
    return {"code": "NO_ASPIRATION"} in seen["findings"]


@pytest.mark.row("R1-09")
async def test_themes_are_stated_linked_to_and_measured_by_what_serves_them(
    office: Office,
) -> None:
    said = {"kind": "THEME", "title": "Schools first", "startsOn": "2026-01-01"}
    made = await office.admin.do("addAspiration", "aspiration { id }", **said, endsOn="2027-12-31")
    theme, vision = made["id"], await office.aspiration()
    reader = await office.person()
    listing = """{ organization { aspirations(filter: { kind: THEME }) {
      totalCount nodes { id kind title startsOn endsOn } } } }"""
    shown = (await reader.ask(listing))["organization"]["aspirations"]
    assert shown == {
        "totalCount": 1,
        "nodes": [said | {"id": theme, "endsOn": "2027-12-31"}],
    }

    objective = await office.objective(await office.cycle())
    secret = await office.objective(await office.cycle("2027"), visibility="PRIVATE")
    for each in (objective, secret):
        await office.serve(each, theme)
    await office.check_in(await office.key_result(objective), "15")
    shows = "objectives { totalCount nodes { id progress { value } } }"
    assert (await office.seen("Aspiration", theme, shows, reader))["objectives"] == {
        "totalCount": 1,
        "nodes": [{"id": objective, "progress": {"value": "0.5"}}],
    }
    assert (await office.seen("Aspiration", vision, shows, reader))["objectives"]["nodes"] == []
    assert await office.seen("Objective", secret, "visionLink { id }", reader) is None


@pytest.mark.row("R1-11")
async def test_what_serves_no_vision_is_found_until_it_is_linked(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    other = await office.objective(await office.cycle("2027"))
    reader = await office.person()
    assert not await found(office, objective, reader)

    vision = await office.aspiration()
    assert await found(office, objective, reader)
    assert await listed(reader, lacking=True) == [objective, other]
    link = await office.serve(objective, vision)
    shows = "visionLink { id kind aspiration { kind title } to { id } lesson { id } }"
    assert (await office.seen("Objective", objective, shows, reader))["visionLink"] == {
        "id": link,
        "kind": "SERVES",
        "aspiration": {"kind": "VISION", "title": "Every child has a mentor"},
        "to": None,
        "lesson": None,
    }
    assert not await found(office, objective, reader)
    assert await listed(reader, lacking=True) == [other]
    assert await listed(reader, lacking=False) == [objective]

    await office.admin.do("unlinkObjectives", "objective { id }", linkId=link)
    assert await found(office, objective, reader)
    assert (await office.seen("Objective", objective, shows, reader))["visionLink"] is None


async def test_a_link_that_serves_leads_to_a_aspiration_and_no_other_does(office: Office) -> None:
    cycle, vision = await office.cycle(), await office.aspiration()
    objective, other = await office.objective(cycle), await office.objective(cycle)

    async def refused(**said: str) -> list[tuple[str, str]]:
        return await office.admin.refused("linkObjectives", "link", objectiveId=objective, **said)

    assert await refused(kind="SERVES", toObjectiveId=other) == [("INVALID", "input.kind")]
    assert await refused(kind="FOLLOWS", toAspirationId=vision) == [("INVALID", "input.kind")]
    assert await refused(kind="SERVES", toAspirationId=other) == [
        ("NOT_FOUND", "input.toAspirationId")
    ]
    await office.serve(objective, vision)
    assert await refused(kind="SERVES", toAspirationId=vision) == [
        ("ALREADY_EXISTS", "input.toAspirationId")
    ]


@pytest.mark.parametrize(
    ("said", "place"), [({"title": " "}, "title"), ({"endsOn": "2025-12-31"}, "endsOn")]
)
async def test_what_makes_no_sense_is_refused(
    office: Office, said: dict[str, str], place: str
) -> None:
    stated = {"kind": "THEME", "title": "So", "startsOn": "2026-01-01"} | said
    told = await office.admin.refused("addAspiration", "aspiration", **stated)
    assert told == [("INVALID", f"input.{place}")]
    assert (await office.admin.ask("{ organization { aspirations { totalCount } } }"))[
        "organization"
    ]["aspirations"]["totalCount"] == 0
