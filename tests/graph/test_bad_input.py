"""Values that cannot be, at every place of every mutation: told by their path, and nothing is written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest

from tests.graph.filled import Filled
from tests.graph.inputs import Place, mutations, noun_of, places, put, stated
from tests.graph.office import RISING, Office

NUL, SURROGATE, TOO_LONG = "a\0b", "a\ud800b", "a" * 10_001
UNSTORABLE = [NUL, SURROGATE, "\x1b[2J", "\x7f", TOO_LONG]
NO_DECIMALS: list[Any] = [
    *(
        "1e400",
        "1E5",
        "1.",
        ".5",
        " 1",
        "1 ",
        "+1",
        "--1",
        "1,5",
        "1_000",
        "0x1F",
        "NaN",
        "Infinity",
    ),
    *(
        "",
        "-",
        "١",
        "１",
        "1\n",
        "9" * 39,
        "0.1234567890123",
        "1" * 27 + ".123456789012",
        SURROGATE,
    ),
    *(0.5, 1e400, -1e400, float("nan"), 10**38, True, [], {}, ["1", "2"]),
]
NO_DATES: list[Any] = [
    *(
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "10000-01-01",
        "-001-01-01",
    ),
    *("2026-2-3", "20260203", "2026-W01-1", "2026-02-03T00:00:00Z", "03.02.2026", "", "today", NUL),
    *("٢٠٢٦-٠٢-٠٣", " 2026-02-03", 20260203, 1.5, True, [], {}),
]
NO_INTS: list[Any] = ["1", 1.5, 2**31, -(2**31) - 1, 1e400, True, [], {}]
NO_BOOLEANS: list[Any] = ["true", 1, 0.0, [], {}]
NO_IDS: list[Any] = [1.5, True, [], {}, ["x", "y"]]
NO_STRINGS: list[Any] = [1, 1.5, True, {}, []]

Case = tuple[str, Place]


def every(scalar: str) -> list[Case]:
    """Every place of every mutation that takes a scalar."""
    return [(name, each) for name, kind in mutations().items() for each in places(kind, scalar)]


def named(value: Any) -> str:
    return ".".join(value) if isinstance(value, tuple) else str(value)


@asynccontextmanager
async def nothing_written(office: Office) -> AsyncIterator[None]:
    """The log stands where it stood."""
    document = "{ organization { position } }"
    before = await office.admin.ask(document)
    yield
    assert await office.admin.ask(document) == before


async def said(office: Office, mutation: str, told: dict[str, Any]) -> dict[str, Any]:
    """The whole answer to a mutation, errors included."""
    kind = mutation[0].upper() + mutation[1:]
    document = f"""mutation ($input: {kind}Input!) {{ {mutation}(input: $input) {{
      {noun_of(mutation)} {{ __typename }} position refusals {{ code message path }} }} }}"""
    answer: dict[str, Any] = (await office.admin.post(document, {"input": told})).json()
    return answer


async def told_apart(filled: Filled, mutation: str, place: Place, values: list[Any]) -> None:
    """Each value is an error that names the path; none reaches a rule."""
    good = stated(mutations()[mutation], place)
    for value in values:
        if value in ([], ["1", "2"], ["x", "y"]) and place[-1] == "0":
            continue  # an empty list says nothing, and a list may be longer
        answer = await said(filled.office, mutation, put(good, place, value))
        (error,) = answer["errors"]
        assert answer["data"] is None
        assert error["extensions"] == {"code": "INVALID"}, value
        path = "".join(f"[{each}]" if each.isdigit() else f".{each}" for each in place)
        assert f"at {path}: " in error["message"], (value, error)


@pytest.mark.parametrize(("mutation", "place"), every("String"), ids=named)
async def test_letters_that_cannot_be_kept(filled: Filled, mutation: str, place: Place) -> None:
    good = stated(mutations()[mutation], place)
    async with nothing_written(filled.office):
        for value in UNSTORABLE:
            payload = (await said(filled.office, mutation, put(good, place, value)))["data"][
                mutation
            ]
            assert [(each["code"], each["path"]) for each in payload["refusals"]] == [
                ("INVALID", ["input", *place])
            ], value[:10]
            assert payload["position"] is None


@pytest.mark.parametrize(("mutation", "place"), every("String"), ids=named)
async def test_what_is_no_text(filled: Filled, mutation: str, place: Place) -> None:
    async with nothing_written(filled.office):
        await told_apart(filled, mutation, place, NO_STRINGS)


@pytest.mark.parametrize(("mutation", "place"), every("Decimal"), ids=named)
async def test_what_is_no_number(filled: Filled, mutation: str, place: Place) -> None:
    async with nothing_written(filled.office):
        await told_apart(filled, mutation, place, NO_DECIMALS)


@pytest.mark.parametrize(("mutation", "place"), every("Date"), ids=named)
async def test_what_is_no_day(filled: Filled, mutation: str, place: Place) -> None:
    async with nothing_written(filled.office):
        await told_apart(filled, mutation, place, NO_DATES)


@pytest.mark.parametrize(("mutation", "place"), every("Int") + every("Boolean"), ids=named)
async def test_what_is_no_whole_number_and_no_yes_or_no(
    filled: Filled, mutation: str, place: Place
) -> None:
    whole = (mutation, place) in every("Int")
    async with nothing_written(filled.office):
        await told_apart(filled, mutation, place, NO_INTS if whole else NO_BOOLEANS)


@pytest.mark.parametrize(("mutation", "place"), every("ID"), ids=named)
async def test_what_is_no_id_and_what_names_nothing(
    filled: Filled, mutation: str, place: Place
) -> None:
    good = stated(mutations()[mutation], place)
    async with nothing_written(filled.office):
        await told_apart(filled, mutation, place, NO_IDS)
        answers = [
            await said(filled.office, mutation, put(good, place, value))
            for value in (str(uuid4()), "", "nonsense", 5, NUL, SURROGATE)
        ]
    codes = {
        refusal["code"] for answer in answers for refusal in answer["data"][mutation]["refusals"]
    }
    assert all(answer == answers[0] for answer in answers)
    assert "NOT_FOUND" in codes


@pytest.mark.parametrize("mutation", mutations())
async def test_words_of_other_lists_fields_that_are_none_and_what_is_left_out(
    filled: Filled, mutation: str
) -> None:
    good = stated(mutations()[mutation])
    async with nothing_written(filled.office):
        for bad in (good | {"surprise": 1}, {}, None, "nonsense", [good, good]):
            answer = await said(filled.office, mutation, bad)  # type: ignore[arg-type]
            assert answer["data"] is None
            assert [each["extensions"] for each in answer["errors"]] == [{"code": "INVALID"}]
        for name in good:
            answer = await said(filled.office, mutation, good | {name: None})
            assert f".{name}: " in answer["errors"][0]["message"]


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
    ("recordCheckIn", REPORT | {"obstacles": ["A wall"] * 21}, "obstacles"),
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
        payload = (await said(filled.office, mutation, told))["data"][mutation]
    assert [(each["code"], each["path"]) for each in payload["refusals"]] == [
        ("INVALID", ["input", *path.split(".")])
    ]
    assert payload["refusals"][0]["message"].endswith(".")


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
    ["1.5", "1e2", "1" * 5000, "TRUE", "true", '"1."', '" 1"', "[1, 2]", "{ a: 1 }", '"١"'],
)
async def test_numbers_that_are_none_in_a_document_are_told_by_their_place(
    filled: Filled, literal: str
) -> None:
    before = 'mutation { recordCheckIn(input: { keyResultId: "x", value: '
    async with nothing_written(filled.office):
        errors = await filled.office.admin.errors(f"{before}{literal} }}) {{ position }} }}")
    assert [each["locations"] for each in errors] == [[{"line": 1, "column": len(before) + 1}]]
    assert errors[0]["extensions"] == {"code": "INVALID"}
