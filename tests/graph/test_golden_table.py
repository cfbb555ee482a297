"""The column "Ours" of the golden table of edge cases: how far each product says one value is."""

from typing import Any

import pytest

from tests.graph.office import Office

GOLDEN = [
    ("INCREASE", "10", "20", "15", "0.5", "0.5"),
    ("INCREASE", "10", "20", "5", "-0.5", "0"),
    ("INCREASE", "10", "20", "25", "1.5", "1"),
    ("DECREASE", "50", "10", "30", "0.5", "0.5"),
    ("DECREASE", "50", "10", "60", "-0.25", "0"),
    ("DECREASE", "50", "10", "0", "1.25", "1"),
]


@pytest.mark.parametrize(("kind", "baseline", "target", "value", "raw", "clamped"), GOLDEN)
async def test_raw_and_clamped_are_both_told(
    office: Office, kind: str, baseline: str, target: str, value: str, raw: str, clamped: str
) -> None:
    metric = {"kind": kind, "baseline": baseline, "target": target}
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)

    await office.check_in(key_result, value)

    seen = await office.seen("KeyResult", key_result, "current progress { raw value }")
    assert seen == {"current": value, "progress": {"raw": raw, "value": clamped}}


@pytest.mark.parametrize("kind", ["INCREASE", "DECREASE"])
async def test_to_keep_a_value_is_refused_as_a_change_and_taken_as_a_threshold(
    office: Office, kind: str
) -> None:
    objective = await office.objective(await office.cycle())
    kept = {"kind": kind, "baseline": "5", "target": "5"}
    payload = await office.admin.command(
        "addKeyResult",
        "keyResult { id }",
        {"objectiveId": objective, "title": "Keep five", "metric": kept},
    )
    assert payload["keyResult"] is None
    (refusal,) = payload["refusals"]
    assert (refusal["code"], refusal["path"]) == ("INVALID", ["input", "metric", "target"])
    assert "to keep a value use AT_LEAST, AT_MOST or WITHIN" in refusal["message"]

    for value, reached in (("5", "1"), ("7", "0")):
        assert await _kept(office, objective, value) == {"raw": reached, "value": reached}


async def _kept(office: Office, objective: str, value: str) -> Any:
    key_result = await office.key_result(objective, {"kind": "AT_MOST", "target": "5"})
    await office.check_in(key_result, value)
    return (await office.seen("KeyResult", key_result, "progress { raw value }"))["progress"]
