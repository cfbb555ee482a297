"""Who sees work, reviews, cases and meetings, and which of their views are functions."""

OF_WORK = ("objective_id", "visibility")

SEEN: dict[str, tuple[tuple[str, str], ...]] = {
    "capacity": (),
    "team_load": (),
    "meeting_count": (),
    "pulse": (),
    "pulse_answer": (("circle_id", "visibility"),),
    "work_load": (),
    "work_awaited": (),
    "work_share": (),
    "filed_case": (OF_WORK,),
    "meeting": (OF_WORK,),
    "meeting_participant": (OF_WORK,),
    "step": (OF_WORK,),
    "step_objective": (OF_WORK,),
    "step_standing": (),
    "review": (OF_WORK,),
    "review_participant": (OF_WORK,),
    "review_agenda": (OF_WORK,),
    "miss": (OF_WORK,),
    "answer": (OF_WORK,),
    "follow_up": (OF_WORK,),
    "work_item": (OF_WORK,),
    "work_link": (OF_WORK, ("of_objective_id", "other_visibility")),
}
"""For each view the columns of the objectives whose visibility decides."""

SAID = {"filed_case", "meeting", "step"}
"""Views of what somebody said."""

BY_KEYS = {"step_standing", "work_awaited", "work_share"}
"""Functions of what is asked about."""

BY_VIEWER = {"meeting_count", "team_load", "work_load", *BY_KEYS}
"""Functions of who asks."""
