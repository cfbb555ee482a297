"""What became of hypotheses, through the running server."""

import pytest

from tests.graph.office import Office


@pytest.mark.row("R1-98")
@pytest.mark.parametrize("verdict", ["SUPPORTED", "REFUTED", "INCONCLUSIVE"])
async def test_it_is_concluded_once_by_what_was_found(office: Office, verdict: str) -> None:
    hypothesis = await office.hypothesis()
    said = {"hypothesisId": hypothesis, "verdict": verdict, "reason": "Of ten, two waited."}

    await office.admin.do("concludeHypothesis", "hypothesis { id }", **said)

    seen = await office.seen("Hypothesis", hypothesis, "verdict reason version")
    assert seen == {"verdict": verdict, "reason": "Of ten, two waited.", "version": 2}
    assert await office.admin.refused("concludeHypothesis", "hypothesis", **said) == [
        ("WRONG_STATE", "input.hypothesisId")
    ]
    stranger = await office.person()
    assert await stranger.refused("concludeHypothesis", "hypothesis", **said) == [
        ("NOT_ALLOWED", ""),
        ("WRONG_STATE", "input.hypothesisId"),
    ]
