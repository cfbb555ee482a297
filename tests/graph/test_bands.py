"""Bands of scores: agreed on for an organization or a cycle, with a bonus above the target."""

from typing import Any

import pytest

from tests.graph.office import Office

LOW = {"label": "Look closer", "color": "#c0392b", "from": "0", "to": "0.7"}
GOOD = {"label": "Excellent", "color": "#27ae60", "from": "0.7", "to": "1", "aim": True}
BONUS = {"label": "Exceptional", "color": "#8e44ad", "from": "1", "to": "10"}
BANDS = [LOW, GOOD, BONUS]
BAND = "score { band { label color from to bonus } }"


async def agree(office: Office, **said: Any) -> None:
    await office.admin.do("changePolicy", "organization { id }", **({"reason": "Agreed."} | said))


async def agreed_score(office: Office, objective: str, score: str) -> None:
    said = {"objectiveId": objective, "kind": "AGREED", "score": score}
    await office.admin.do("scoreObjective", "objective { id }", **said)


@pytest.mark.row("R1-41", "R1-42")
async def test_bands_are_agreed_on_for_all_and_for_a_cycle_with_a_bonus_for_the_exceptional(
    office: Office,
) -> None:
    cycle = await office.cycle()
    key_result = await office.key_result(await office.objective(cycle))
    await agree(office, scoreBands=BANDS)

    async def band() -> Any:
        return (await office.seen("KeyResult", key_result, BAND))["score"]["band"]

    labels = []
    for value in ("10", "16.9", "17", "20", "20.1", "90"):
        await office.check_in(key_result, value)
        labels.append((await band())["label"])
    assert labels == ["Look closer"] * 2 + ["Excellent"] * 2 + ["Exceptional"] * 2
    assert await band() == BONUS | {"bonus": True}

    half = [LOW | {"to": "0.5"}, GOOD | {"from": "0.5", "label": "Half"}]
    await agree(office, cycleId=cycle, scoreBands=half)
    assert (await band())["label"] == "Half"
    await agree(office, cycleId=cycle, scoreBands=None)
    assert (await band())["label"] == "Exceptional"


async def test_what_people_give_is_in_the_bonus_only_if_more_was_measured(office: Office) -> None:
    await agree(office, scoreBands=BANDS)
    key_result = await office.started()

    async def after(value: str, score: str) -> str:
        await office.check_in(key_result, value)
        said = {"keyResultId": key_result, "kind": "AGREED", "score": score}
        await office.admin.do("scoreKeyResult", "keyResult { id }", **said)
        seen = await office.seen("KeyResult", key_result, BAND)
        return str(seen["score"]["band"]["label"])

    assert await after("18", "1") == "Excellent"
    assert await after("25", "1") == "Exceptional"
    assert await after("25", "0.9") == "Excellent"


async def test_other_bands_leave_earlier_answers_as_they_were(office: Office) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "16")
    document = f"""query ($id: ID!, $asOf: AsOf) {{ organization {{ position }}
      node(id: $id, asOf: $asOf) {{ ... on KeyResult {{ {BAND} }} }} }}"""
    reader = await office.person()
    before = await reader.ask(document, id=key_result)
    at = {"position": before["organization"]["position"]}

    await agree(office, scoreBands=BANDS)

    then = await reader.ask(document, id=key_result, asOf=at)
    now = await reader.ask(document, id=key_result)
    assert then["node"] == before["node"]
    assert now["node"]["score"]["band"]["label"] == "Look closer"


@pytest.mark.parametrize(
    ("bands", "path"),
    [
        ([], "scoreBands"),
        ([LOW], "scoreBands"),
        ([LOW | {"from": "0.1"}, GOOD], "scoreBands.0.from"),
        ([LOW, GOOD | {"from": "0.8"}], "scoreBands.1.from"),
        ([LOW, GOOD | {"from": "0.6"}], "scoreBands.1.from"),
        ([GOOD, LOW], "scoreBands.0.from"),
        ([LOW, GOOD | {"to": "0.7"}], "scoreBands.1.to"),
        ([LOW, GOOD | {"to": "1.2"}], "scoreBands.1.to"),
        ([*BANDS, BONUS | {"from": "10", "to": "11"}], "scoreBands.3.from"),
        ([LOW | {"color": "red"}, GOOD], "scoreBands.0.color"),
        ([LOW | {"label": " "}, GOOD], "scoreBands.0.label"),
        ([LOW | {"aim": True}, GOOD], "scoreBands.1.aim"),
    ],
)
async def test_bands_cover_all_scores_once(
    office: Office, bands: list[dict[str, Any]], path: str
) -> None:
    refused = await office.admin.refused(
        "changePolicy", "organization", reason="Agreed.", scoreBands=bands
    )
    assert ("INVALID", f"input.{path}") in refused
    assert {code for code, _ in refused} == {"INVALID"}


@pytest.mark.row("R1-25", "R1-43")
async def test_cycles_show_how_far_they_came_beside_what_was_aimed_at_and_learned(
    office: Office,
) -> None:
    await agree(office, scoreBands=BANDS)
    shows = """completion { realised objectives known reached learnings asAimed
      band { label } aim { label } }"""
    trend, objective = [], ""
    for key, scores in (("2026-Q3", ("0.9", "0.8")), ("2026-Q4", ("0.3", "0.7"))):
        cycle = await office.cycle(key)
        assert (await office.seen("Cycle", cycle, shows))["completion"]["realised"] is None
        for score in scores:
            objective = await office.objective(cycle)
            await agreed_score(office, objective, score)
        await office.objective(cycle, active=False)
        secret = await office.objective(cycle, visibility="PRIVATE")
        await agreed_score(office, secret, "0")
        trend.append(cycle)
    answers = [
        {"question": each, "text": "So."} for each in ("LEARNED", "WENT_WELL", "CAN_IMPROVE")
    ]
    said = {"kind": "RETROSPECTIVE", "objectiveId": objective, "answers": answers}
    await office.admin.do("recordReview", "review { id }", **said)

    first, second = [(await office.seen("Cycle", each, shows))["completion"] for each in trend]
    assert first == {
        "realised": "0.85",
        "objectives": 2,
        "known": 2,
        "reached": 2,
        "learnings": 0,
        "asAimed": True,
        "band": {"label": "Excellent"},
        "aim": {"label": "Excellent"},
    }
    assert second == first | {
        "realised": "0.5",
        "reached": 1,
        "learnings": 1,
        "asAimed": False,
        "band": {"label": "Look closer"},
    }
    kept = await office.seen("Objective", objective, "score { learnings }")
    assert kept == {"score": {"learnings": 1}}
