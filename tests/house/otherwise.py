"""Nouns that are said on no journey of their own, and why."""

from server.okr import terms

OTHERWISE = {
    terms.Policy: "stated when an organization begins; below",
    terms.ProgrammeAim: "stated with its policy; below",
    terms.ScoreBand: "part of a policy; below",
    terms.Offer: "stands below the request that it answers",
    terms.Variant: "held against others by an experiment; tests/graph/test_add_experiment.py",
    terms.Obstacle: "a text of the report that names it; below",
    terms.Curve: "drawn for a key result; tests/graph/test_pace.py",
    terms.CurvePoint: "part of a curve",
    terms.FiledEvidence: "evidence with the id that it was given",
    terms.Wording: "a part of an objective, which states all of it",
    terms.Filing: "a part of an objective, which states all of it",
    terms.PlannedPhase: "a phase with the id that it was given",
    terms.PlannedMilestone: "a milestone with the id that it was given",
}
