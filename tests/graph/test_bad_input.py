"""Values that cannot be, at every place of every mutation: named, and nothing is written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest

from tests.graph.filled import Filled
from tests.graph.inputs import Place, mutations, noun_of, places, put, stated
from tests.graph.office import Office

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
        "\u0661",
        "\uff11",
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


async def said(office: Office, mutation: str, *told: Any) -> dict[str, Any]:
    """The whole answer to a mutation said once with each input, errors included."""
    kind = mutation[0].upper() + mutation[1:]
    inputs = {f"i{number}": each for number, each in enumerate(told)}
    stating = " ".join(f"${name}: {kind}Input!" for name in inputs)
    shows = f"{noun_of(mutation)} {{ __typename }} position refusals {{ code message path }}"
    commands = " ".join(f"{name}: {mutation}(input: ${name}) {{ {shows} }}" for name in inputs)
    document = f"mutation ({stating}) {{ {commands} }}"
    answer: dict[str, Any] = (await office.admin.post(document, inputs)).json()
    return answer


async def refused(office: Office, mutation: str, *told: Any) -> list[list[tuple[str, list[str]]]]:
    """Code and path of every reason, for each of the inputs, of which none is carried out."""
    answer = await said(office, mutation, *told)
    assert "errors" not in answer, answer["errors"]
    payloads = list(answer["data"].values())
    assert all(each["position"] is None and not each[noun_of(mutation)] for each in payloads)
    assert all(reason["message"] for each in payloads for reason in each["refusals"])
    return [[(reason["code"], reason["path"]) for reason in each["refusals"]] for each in payloads]


async def told_apart(filled: Filled, mutation: str, place: Place, values: list[Any]) -> None:
    """Each value is an error that names the path; none reaches a rule."""
    good = stated(mutations()[mutation], place)
    if place[-1] == "0":
        # In the place of a list's only item these would be a list of none or of two.
        values = [each for each in values if not isinstance(each, list)]
    answer = await said(filled.office, mutation, *(put(good, place, each) for each in values))
    path = "".join(f"[{each}]" if each.isdigit() else f".{each}" for each in place)
    assert "data" not in answer
    assert len(answer["errors"]) == len(values)
    for number, error in enumerate(answer["errors"]):
        assert error["message"].startswith(f"Variable '$i{number}' has invalid value at {path}: ")
        assert error["extensions"] == {"code": "INVALID"}


@pytest.mark.parametrize(("mutation", "place"), every("String"), ids=named)
async def test_letters_that_cannot_be_kept(filled: Filled, mutation: str, place: Place) -> None:
    good = stated(mutations()[mutation], place)
    async with nothing_written(filled.office):
        reasons = await refused(
            filled.office, mutation, *(put(good, place, each) for each in UNSTORABLE)
        )
    assert reasons == [[("INVALID", ["input", *place])]] * len(UNSTORABLE)


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
    nobodys = (str(uuid4()), "", "nonsense", 5, NUL, SURROGATE)
    async with nothing_written(filled.office):
        await told_apart(filled, mutation, place, NO_IDS)
        reasons = await refused(
            filled.office, mutation, *(put(good, place, each) for each in nobodys)
        )
    assert reasons == [reasons[0]] * len(nobodys)
    assert "NOT_FOUND" in {code for code, _ in reasons[0]}


@pytest.mark.parametrize("mutation", mutations())
async def test_fields_that_are_none_and_what_is_left_out(filled: Filled, mutation: str) -> None:
    good = stated(mutations()[mutation])
    bad = [good | {"surprise": 1}, {}, None, "nonsense", [good, good]]
    without = [good | {name: None} for name in good]
    async with nothing_written(filled.office):
        answer = await said(filled.office, mutation, *bad, *without)
    told = {each["message"].split(" ", 2)[1] for each in answer["errors"]}
    assert "data" not in answer
    assert {each["extensions"]["code"] for each in answer["errors"]} == {"INVALID"}
    assert told == {f"'$i{number}'" for number in range(len(bad) + len(without))}
