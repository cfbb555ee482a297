"""What commands about what is measured, learned and asked are tried with, without a reason."""

from typing import Any

from tests.graph.office import Office
from tests.graph.pulses import opened

OF_MEASURES: dict[str, dict[str, Any]] = {
    "addHealthMetric": {"objectiveId": "@second", "kpiId": "@kpi"},
    "removeHealthMetric": {"healthMetricId": "@health metric"},
    "acceptHealthAction": {"healthMetricId": "@health metric", "action": "Words"},
    "draftRecoveryObjective": {
        "kpiId": "@red",
        "cycleId": "@cycle",
        "title": "Words",
        "ownerTeamId": "@team",
    },
    "addHypothesis": {"problem": "Words", "assumption": "Words", "statement": "Words"},
    "concludeHypothesis": {"hypothesisId": "@hypothesis", "verdict": "REFUTED"},
    "addExperiment": {"hypothesisId": "@hypothesis", "setup": "Words"},
    "recordExperimentResult": {"experimentId": "@experiment", "result": "Words"},
    "addInsight": {"hypothesisId": "@hypothesis", "text": "Words"},
    "openPulse": {"cycleId": "@cycle", "questions": ["TRUST"]},
    "answerPulse": {"pulseId": "@pulse", "answers": [{"question": "SAFETY", "score": 3}]},
    "closePulse": {"pulseId": "@pulse"},
    "bindKeyResult": {"keyResultId": "@key result", "kpiId": "@customers"},
}


async def measures(office: Office, ids: dict[str, str]) -> dict[str, str]:
    """What is measured, assumed and asked on the stage, by what it is."""
    hypothesis, red = await office.hypothesis(), await office.kpi(lower="95")
    await office.measured(red, "9")
    return {
        "hypothesis": hypothesis,
        "experiment": await office.experiment(hypothesis),
        "customers": await office.kpi(unit="customers"),
        "red": red,
        "health metric": await office.health_metric("9", objectiveId=ids["second"]),
        "pulse": await opened(office, ids["cycle"], "SAFETY"),
    }
