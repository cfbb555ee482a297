"""What commands about what is measured, assumed and learned are tried with, without a reason."""

from typing import Any

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
    "bindKeyResult": {"keyResultId": "@key result", "kpiId": "@customers"},
}
