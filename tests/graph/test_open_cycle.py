"""Putting a cycle on the calendar through the running server."""

import pytest

from tests.graph.client import Answer
from tests.graph.office import Office

YEAR: Answer = {
    "key": "2027",
    "name": "Year 2027",
    "startsOn": "2027-01-01",
    "endsOn": "2027-12-31",
}
SPRING: Answer = {
    "key": "2027-Q2",
    "name": "Spring",
    "startsOn": "2027-04-01",
    "endsOn": "2027-06-30",
}

BY_KEY = """
  query ($key: String!) { organization { cycle(key: $key) {
    id key name startsOn endsOn state version parent { id } objectives { totalCount }
  } } }"""


async def test_everybody_finds_a_cycle_by_its_key(office: Office) -> None:
    year = await office.cycle(**YEAR, started=False)
    spring = await office.cycle(**SPRING, parentId=year, started=False)
    reader = await office.person()

    seen = (await reader.ask(BY_KEY, key="2027-Q2"))["organization"]["cycle"]

    assert seen == SPRING | {
        "id": spring,
        "state": "PLANNING",
        "version": 1,
        "parent": {"id": year},
        "objectives": {"totalCount": 0},
    }


async def test_a_cycle_can_be_a_single_day(office: Office) -> None:
    day = YEAR | {"endsOn": YEAR["startsOn"]}

    cycle = await office.cycle(**day, started=False)

    assert await office.seen("Cycle", cycle, "endsOn") == {"endsOn": "2027-01-01"}


async def test_a_key_names_one_cycle_of_an_organization(
    office: Office, other_office: Office
) -> None:
    first = await office.cycle(**YEAR)

    assert await office.admin.refused("openCycle", "cycle", **YEAR) == [
        ("ALREADY_EXISTS", "input.key")
    ]
    assert await other_office.cycle(**YEAR) != first


@pytest.mark.parametrize(
    "outside",
    [
        {"startsOn": "2026-12-31", "endsOn": "2027-06-30"},
        {"startsOn": "2027-10-01", "endsOn": "2028-01-01"},
    ],
)
async def test_a_cycle_lies_within_the_one_above_it(office: Office, outside: Answer) -> None:
    year = await office.cycle(**YEAR)

    assert await office.admin.refused(
        "openCycle", "cycle", **(SPRING | outside), parentId=year
    ) == [("INVALID", "input.parentId")]


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"key": " "}, "key"),
        ({"name": ""}, "name"),
        ({"startsOn": "2027-12-31", "endsOn": "2027-12-30"}, "endsOn"),
    ],
)
async def test_what_cannot_be_a_cycle_is_refused(office: Office, said: Answer, path: str) -> None:
    assert await office.admin.refused("openCycle", "cycle", **(YEAR | said)) == [
        ("INVALID", f"input.{path}")
    ]


async def test_all_that_is_wrong_is_told_at_once(office: Office) -> None:
    manager = await office.member(await office.team("COMPANY"), "MANAGER")
    said = YEAR | {"key": "", "name": "", "endsOn": "2026-12-31"}

    assert await manager.refused("openCycle", "cycle", **said) == [
        ("NOT_ALLOWED", ""),
        ("INVALID", "input.key"),
        ("INVALID", "input.name"),
        ("INVALID", "input.endsOn"),
    ]
