"""Keys that people say to each other: readable, for good, and never given twice."""

import pytest

from tests.graph.office import Office


@pytest.mark.row("R1-36")
async def test_a_key_stays_with_its_noun_and_is_never_given_to_another(office: Office) -> None:
    cycle = await office.cycle("2026-Q4")
    given_up, kept = await office.objective(cycle), await office.objective(cycle)
    first, second = await office.key_result(kept), await office.key_result(kept)
    reason = {"reason": "There is something better to do."}
    await office.admin.do("withdrawObjective", "objective { id }", objectiveId=given_up, **reason)
    await office.admin.do("withdrawKeyResult", "keyResult { id }", keyResultId=second, **reason)
    edited = {"title": "Another title", "ownerPersonId": str(office.admin.person_id)}
    await office.admin.do("editObjective", "objective { id }", objectiveId=kept, **edited, **reason)

    later = await office.objective(cycle)
    third = await office.key_result(kept)

    objectives = [await office.seen("Objective", each, "key") for each in (given_up, kept, later)]
    key_results = [await office.seen("KeyResult", each, "key") for each in (first, second, third)]
    assert [each["key"] for each in objectives] == ["2026-Q4-O1", "2026-Q4-O2", "2026-Q4-O3"]
    assert [each["key"] for each in key_results] == [
        "2026-Q4-O2-KR1",
        "2026-Q4-O2-KR2",
        "2026-Q4-O2-KR3",
    ]
