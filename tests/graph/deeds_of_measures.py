"""What commands about what is measured, assumed and learned are tried with."""

from typing import Any

WHY = {"reason": "Words"}
ASSUMED = {"problem": "Words", "assumption": "Words", "statement": "Words"}

OF_MEASURES: dict[str, tuple[dict[str, Any], ...]] = {
    "addHealthMetric of an objective": ({"kpiId": "@kpi", "objectiveId": "@objective"},),
    "addHealthMetric of a team": ({"kpiId": "@kpi", "teamId": "@team"},),
    "addHealthMetric of the organization": ({"kpiId": "@kpi"},),
    "removeHealthMetric of an objective": ({"healthMetricId": "@metric of objective"},),
    "removeHealthMetric of a team": ({"healthMetricId": "@metric of team"},),
    "removeHealthMetric of the organization": ({"healthMetricId": "@metric of all"},),
    "acceptHealthAction": ({"healthMetricId": "@metric of objective", "action": "Words"},),
    "draftRecoveryObjective": (
        {"kpiId": "@red", "cycleId": "@cycle", "title": "Words", "ownerTeamId": "@team", **WHY},
    ),
    "addHypothesis": (ASSUMED,),
    "addHypothesis of a team": ({**ASSUMED, "ownerTeamId": "@team"},),
    "concludeHypothesis": (
        {"hypothesisId": "@hypothesis", "verdict": "REFUTED", **WHY},
        {"hypothesisId": "@hypothesis", "verdict": "REFUTED", **WHY},
    ),
    "addExperiment": (
        {"hypothesisId": "@hypothesis", "setup": "Words"},
        {"hypothesisId": "@hypothesis", "setup": "Words"},
    ),
    "recordExperimentResult": (
        {"experimentId": "@experiment", "result": "Words"},
        {"experimentId": "@experiment", "result": "Words"},
    ),
    "addInsight": ({"hypothesisId": "@hypothesis", "text": "Words"},),
    "bindKeyResult": ({"keyResultId": "@key result", "kpiId": "@customers", **WHY},),
}
