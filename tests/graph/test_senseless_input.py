"""Values that say something which cannot be meant: told by their path, and nothing is written."""

from typing import Any

import pytest

from tests.graph.filled import Filled
from tests.graph.office import RISING
from tests.graph.test_bad_input import NUL, SURROGATE, nothing_written, refused

REPORT = {"keyResultId": "KeyResult"}
SENSELESS: list[tuple[str, dict[str, Any], str]] = [
    (
        "openCycle",
        {"key": "a", "name": "A", "startsOn": "2026-12-31", "endsOn": "2026-12-30"},
        "endsOn",
    ),
    (
        "openCycle",
        {"key": " ", "name": "A", "startsOn": "2026-01-01", "endsOn": "2026-01-02"},
        "key",
    ),
    ("addPerson", {"name": "\u2003\n"}, "name"),
    ("addTeam", {"name": "", "kind": "TEAM"}, "name"),
    ("renamePerson", {"personId": "Person", "name": " "}, "name"),
    ("createObjective", {"cycleId": "Cycle", "ownerTeamId": "Team", "title": "\t"}, "title"),
    ("createObjective", {"cycleId": "Cycle", "title": "Nobody's"}, "ownerTeamId"),
    (
        "createObjective",
        {"cycleId": "Cycle", "title": "Both's", "ownerTeamId": "Team", "ownerPersonId": "Person"},
        "ownerTeamId",
    ),
    ("alignObjective", {"objectiveId": "Objective"}, "toObjectiveId"),
    ("reviseAlignment", {"alignmentId": "Alignment", "weight": "-0.1"}, "weight"),
    (
        "addKeyResult",
        {"objectiveId": "Objective", "title": "A", "metric": RISING | {"target": "10.00"}},
        "metric.target",
    ),
    (
        "addKeyResult",
        {"objectiveId": "Objective", "title": "A", "metric": RISING | {"target": "-10"}},
        "metric.target",
    ),
    (
        "addKeyResult",
        {"objectiveId": "Objective", "title": "A", "metric": RISING, "weight": "-1"},
        "weight",
    ),
    (
        "reviseKeyResult",
        REPORT | {"reason": "So.", "category": "OTHER", "metric": RISING | {"baseline": "20"}},
        "metric.target",
    ),
    ("recordCheckIn", REPORT | {"confidence": "1.1"}, "confidence"),
    ("recordCheckIn", REPORT | {"confidence": "-0.000000000001"}, "confidence"),
    ("recordCheckIn", REPORT | {"obstacles": ["\u00a0"]}, "obstacles.0"),
    ("recordCheckIn", REPORT | {"occurredOn": "9999-12-31"}, "occurredOn"),
    ("recordCheckIns", {"checkIns": []}, "checkIns"),
    ("scoreKeyResult", REPORT | {"kind": "SELF", "score": "1.1"}, "score"),
    ("scoreObjective", {"objectiveId": "Objective", "kind": "TEAM", "score": "-0.1"}, "score"),
    ("changeContribution", {"contributionId": "Contribution", "target": "-1"}, "target"),
]


@pytest.mark.parametrize(("mutation", "senseless", "path"), SENSELESS)
async def test_what_makes_no_sense_is_named(
    filled: Filled, mutation: str, senseless: dict[str, Any], path: str
) -> None:
    told = {
        name: filled.ids[value][0] if name.endswith("Id") else value
        for name, value in senseless.items()
    }
    async with nothing_written(filled.office):
        assert await refused(filled.office, mutation, told) == [
            [("INVALID", ["input", *path.split(".")])]
        ]


@pytest.mark.parametrize("key", ["", NUL, SURROGATE, "line\nbreak", "a" * 201])
async def test_keys_that_cannot_be_printed(filled: Filled, key: str) -> None:
    async with nothing_written(filled.office):
        payload = await filled.office.admin.command(
            "addPerson", "person { id }", {"name": "Eve"}, {"idempotencyKey": key}
        )
    assert [(each["code"], each["path"]) for each in payload["refusals"]] == [
        ("INVALID", ["command", "idempotencyKey"])
    ]


@pytest.mark.parametrize("version", [-1, 0, 2**31 - 1])
async def test_versions_that_never_were(filled: Filled, version: int) -> None:
    said = {"keyResultId": filled.ids["KeyResult"][0]}
    async with nothing_written(filled.office):
        payload = await filled.office.admin.command(
            "recordCheckIn", "checkIn { id }", said, {"expectedVersion": version}
        )
    assert [each["code"] for each in payload["refusals"]] == ["CHANGED_MEANWHILE"]


@pytest.mark.parametrize(
    "literal",
    ["1.5", "1e2", "1" * 5000, "TRUE", "true", '"1."', '" 1"', "[1, 2]", "{ a: 1 }", '"\u0661"'],
)
async def test_numbers_that_are_none_in_a_document_are_told_by_their_place(
    filled: Filled, literal: str
) -> None:
    before = 'mutation { recordCheckIn(input: { keyResultId: "x", value: '
    async with nothing_written(filled.office):
        errors = await filled.office.admin.errors(f"{before}{literal} }}) {{ position }} }}")
    assert [each["locations"] for each in errors] == [[{"line": 1, "column": len(before) + 1}]]
    assert errors[0]["extensions"] == {"code": "INVALID"}
