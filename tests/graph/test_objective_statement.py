"""An objective in one sentence, in each language; through the server."""

import pytest

from tests.graph.office import Office

STATEMENT = "en: statement(language: EN) de: statement(language: DE)"
DAYS = {"startsOn": "2026-10-01", "endsOn": "2026-10-31"}


@pytest.mark.row("R2-01")
async def test_the_sentence_is_made_of_objective_key_results_and_initiatives(
    office: Office,
) -> None:
    cycle, team = await office.cycle(), await office.team()
    objective = await office.objective(cycle, title="win the schools of the region")
    assert await office.seen("Objective", objective, STATEMENT) == {
        "en": "I will win the schools of the region.",
        "de": "Ich werde win the schools of the region.",
    }
    await office.key_result(objective, title="50 schools")
    dropped = await office.key_result(objective, title="9 flyers")
    undertaken = {"kind": "INITIATIVE", "sort": "PROJECT", "scope": "So", **DAYS}
    await office.admin.do(
        "addWorkItem",
        "workItem { id }",
        objectiveId=objective,
        title="a tour of the region",
        **undertaken,
    )
    said = {"keyResultId": dropped, "reason": "So."}
    await office.admin.do("withdrawKeyResult", "keyResult { id }", **said)
    await office.key_result(objective, title="4.8 stars")
    assert await office.seen("Objective", objective, STATEMENT) == {
        "en": "I will win the schools of the region, as measured by: 50 schools, 4.8 stars; "
        "via: a tour of the region.",
        "de": "Ich werde win the schools of the region, gemessen an: 50 schools, 4.8 stars; "
        "durch: a tour of the region.",
    }
    ours = await office.objective(cycle, ownerTeamId=team, title="Kinder begleiten")
    assert await office.seen("Objective", ours, STATEMENT) == {
        "en": "We will Kinder begleiten.",
        "de": "Wir werden Kinder begleiten.",
    }
