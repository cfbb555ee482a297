"""Whose visibility decides who sees what: of objectives, and of what is measured beside them."""

OPEN = ()
BY_OBJECTIVE = (("objective_id", "visibility"),)
BY_BOTH_OBJECTIVES = (*BY_OBJECTIVE, ("supported_objective_id", "supported_visibility"))

SEEN_OF_MEASURES: dict[str, tuple[tuple[str, str], ...]] = {
    "kpi_use": OPEN,
    "kpi": OPEN,
    "kpi_value": OPEN,
    "kpi_change": OPEN,
    "kpi_health": OPEN,
    "health_metric": BY_OBJECTIVE,
    "hypothesis": OPEN,
    "experiment": BY_OBJECTIVE,
    "variant": BY_OBJECTIVE,
    "insight": BY_OBJECTIVE,
    "tested_key_result": BY_OBJECTIVE,
    "type_completion": OPEN,
    "balancing": (*BY_OBJECTIVE, ("balanced_id", "balanced_visibility")),
}
"""Views of what is measured, assumed and learned, with the columns of what decides."""

OF_HANDS = {
    "attachment_hands",
    "check_in_hands",
    "announcement_hands",
    "comment_hands",
    "contribution_hands",
    "health_metric_hands",
    "pulse_hands",
    "hypothesis_hands",
    "key_result_hands",
    "kpi_hands",
    "matter_hands",
    "mentoring_entry_hands",
    "mentorship_hands",
    "objective_hands",
    "recognition_hands",
    "request_hands",
    "standing_hands",
    "team_hands",
    "work_item_hands",
}
"""Views of what somebody may do: they tell everybody something else, of what they see anyway."""
