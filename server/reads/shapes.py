"""Where a noun's rows come from, who sees them, and how nouns hang together."""

from dataclasses import dataclass
from datetime import date

from server.reads import shapes_of_work
from server.reads.seen import BY_BOTH_OBJECTIVES, BY_OBJECTIVE, OF_HANDS, OPEN, SEEN_OF_MEASURES

OF_ENTRIES = ("mentoring_entry", "entry_on_key_result", "entry_of_person", "story")
OF_PAIRS = ("mentorship", "overdue_mentorship", "mentorship_review")
IN_PAIRS = ("mentorship_growth", "mentoring_activity")
OF_MENTORING = ("mentoring_programme", "programme_growth", "challenge_example", "pair_mix")
IN_CONFIDENCE = (("circle_id", "visibility"), ("objective_id", "objective_visibility"))

OF_TALK = {
    *("attestation", "objective_tests", "key_result_tests", "comment", "recognition", "offer"),
    *("announcement", "announced_objective", "announcement_reader", "request"),
    *("request_to_answer", "sign_off", "objective_agreement", "review_participant"),
    "review_agenda",
}

SEEN_BY: dict[str, tuple[tuple[str, str], ...]] = {
    "organizations": OPEN,
    "organization": OPEN,
    "node": OPEN,
    "person": OPEN,
    "identity": OPEN,
    "api_key": OPEN,
    "policy": OPEN,
    "score_band": OPEN,
    "team": OPEN,
    "cycle": OPEN,
    "cycle_phase": OPEN,
    "unit_setting": OPEN,
    "team_membership": OPEN,
    "team_manager": OPEN,
    "team_of_person": OPEN,
    "objective": BY_OBJECTIVE,
    "priority": BY_OBJECTIVE,
    "key_result": BY_OBJECTIVE,
    "objective_key_result": BY_OBJECTIVE,
    "key_result_expected": BY_OBJECTIVE,
    "pace": BY_OBJECTIVE,
    "attainment": BY_OBJECTIVE,
    "owed_check_in": BY_OBJECTIVE,
    "due_check_in": BY_OBJECTIVE,
    "contribution": BY_OBJECTIVE,
    "check_in": BY_OBJECTIVE,
    "standing_check_in": BY_OBJECTIVE,
    "value_point": BY_OBJECTIVE,
    "value_trend": OPEN,
    "comparison": OPEN,
    "cycles_compared": OPEN,
    "milestone": BY_OBJECTIVE,
    "obstacle": BY_OBJECTIVE,
    "filed_evidence": BY_OBJECTIVE,
    "key_result_revision": BY_OBJECTIVE,
    "objective_revision": BY_OBJECTIVE,
    "revision": BY_BOTH_OBJECTIVES,
    "objective_churn": BY_OBJECTIVE,
    "cycle_churn": OPEN,
    "completion": OPEN,
    "score": BY_OBJECTIVE,
    "review_decision": (
        ("of_objective_id", "visibility"),
        ("reviewed_objective_id", "reviewed_visibility"),
        ("favoured_objective_id", "favoured_visibility"),
    ),
    "agenda": OPEN,
    "cycle_follow_up": BY_OBJECTIVE,
    "cycle_lesson": BY_OBJECTIVE,
    "assessment": BY_OBJECTIVE,
    "participant": BY_OBJECTIVE,
    "shared_objective": BY_OBJECTIVE,
    "alignment": BY_BOTH_OBJECTIVES,
    "link": (*BY_OBJECTIVE, ("other_objective_id", "other_visibility")),
    "predecessor": BY_OBJECTIVE,
    "successor": BY_OBJECTIVE,
    "quarter": BY_OBJECTIVE,
    "key_result_collaborator": BY_OBJECTIVE,
    "key_result_targets": BY_OBJECTIVE,
    "objective_contributor": BY_OBJECTIVE,
    "objective_collaborator": BY_OBJECTIVE,
    "objective_met": BY_OBJECTIVE,
    "progress_input": BY_OBJECTIVE,
    "finding": BY_OBJECTIVE,
    "finding_count": OPEN,
    "owner_load": OPEN,
    "programme_aim": OPEN,
    "programme_number": OPEN,
    "rollout_wave": OPEN,
    "participation": OPEN,
    "key_result_breaches": BY_OBJECTIVE,
    # Steps that the viewer does not see are not taken: what lies behind them is not reached.
    "lineage": OPEN,
    "key_result_person": BY_OBJECTIVE,
    "key_result_period": BY_OBJECTIVE,
    "key_result_deadline": BY_OBJECTIVE,
    "key_result_past_due": BY_OBJECTIVE,
    "key_result_due": BY_OBJECTIVE,
    "aspiration": OPEN,
    "serving_objective": BY_OBJECTIVE,
    "vision_link": BY_OBJECTIVE,
    "objective_statement": BY_OBJECTIVE,
    "attachment": BY_OBJECTIVE,
    "objective_draft": BY_OBJECTIVE,
    **SEEN_OF_MEASURES,
    "redaction": OPEN,
    "redaction_export": OPEN,
    "export": OPEN,
    "verification": OPEN,
    "score_export": OPEN,
    "digest": OPEN,
    "exported_score": BY_OBJECTIVE,
    "chain": OPEN,
    "sequence": OPEN,
    **dict.fromkeys(OF_ENTRIES, IN_CONFIDENCE),
    **dict.fromkeys(OF_PAIRS, (("id", "visibility"),)),
    **dict.fromkeys(IN_PAIRS, (("mentorship_id", "visibility"),)),
    **dict.fromkeys(OF_MENTORING, OPEN),
    **dict.fromkeys(OF_TALK, BY_OBJECTIVE),
    **shapes_of_work.SEEN,
    **dict.fromkeys(OF_HANDS, OPEN),
}
"""For each view the columns of the objectives whose visibility decides; no other view is read."""

SAID = shapes_of_work.SAID | {
    "announcement",
    "answer",
    "attestation",
    "comment",
    "cycle_follow_up",
    "cycle_lesson",
    "experiment",
    "follow_up",
    "health_metric",
    "insight",
    "key_result_revision",
    "miss",
    "objective_revision",
    "offer",
    "recognition",
    "request",
    "request_to_answer",
    "review",
    "review_decision",
    "sign_off",
    "variant",
}
"""Views of what somebody said: while its objective was private, it was said to participants alone.

When it was said, ``created_position`` tells. Reports are none of these: with them stands what is
open, the value that they brought about.
"""

INSPECTED = {
    "api_key",
    "export",
    "identity",
    "mentoring_programme",
    "pair_mix",
    "programme_growth",
    "redaction",
    "redaction_export",
    "verification",
}
"""Views that administrators, auditors and redactors see, and nobody else."""

LONGEST = 1_000
"""How many rows a plain list shows at most."""

LATEST = "occurred_on desc, v.place desc"
"""The order in which the last report of the latest day is the first."""

BY_VIEWER = shapes_of_work.BY_VIEWER | {
    "agenda",
    "chain",
    "comparison",
    "cycles_compared",
    "digest",
    "finding",
    "finding_count",
    "kpi_use",
    "owner_load",
    "lineage",
    "participation",
    "programme_number",
    "sequence",
    "value_trend",
    *OF_HANDS,
}
"""Views that are functions of organization and viewer: what they tell follows from what is seen."""

BY_KEYS = shapes_of_work.BY_KEYS | {
    "chain",
    "comparison",
    "cycles_compared",
    "digest",
    "lineage",
    "programme_number",
    "sequence",
    *OF_HANDS,
}
"""Views that are functions of the keys too: they begin there."""

BY_ID = {"cycle": "one_of_cycles", "person": "one_of_people", "team": "one_of_teams"}
"""Views that show a table as it is, and what finds one of their rows: the past twice as fast."""


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Rows of a view whose column ``on`` equals the asking row's ``key``, in a column's order.

    ``also`` is another column that both rows have alike. What is ``daily`` is a function of the
    day, and read like a view once the day is known; ``given`` is what else a function takes,
    ``where`` what is always true of the rows. What is ``within`` belongs to the objective of
    the asking row: who sees the one sees the other.
    """

    view: str
    on: str
    key: str = "id"
    order: str = "created_position"
    daily: bool = False
    day: date | None = None
    given: tuple[object, ...] = ()
    also: str | None = None
    where: tuple["Match", ...] = ()
    within: bool = False


@dataclass(frozen=True, kw_only=True)
class Window:
    """Which part of a relation: so many from one end, after or before a place in the order.

    A place of the log is a text until it is known whether the log has it.
    """

    limit: int
    backward: bool = False
    after: int | str | None = None
    before: int | str | None = None

    @property
    def from_cursors(self) -> bool:
        """Whether the log has yet to be asked for a place."""
        return isinstance(self.after, str) or isinstance(self.before, str)


@dataclass(frozen=True, kw_only=True)
class Match:
    """A filter: the column has this value."""

    column: str
    value: object

    def values(self) -> tuple[object, ...]:
        """The values that its text takes, in their order."""
        return (self.value,)


@dataclass(frozen=True, kw_only=True)
class Lacks(Match):
    """A filter: whether the viewer sees no row of another view whose column has the row's id.

    Of the other view only rows count in which all of ``among`` is true.
    """

    view: str
    among: tuple[Match, ...] = ()

    def values(self) -> tuple[object, ...]:
        """The values that its text takes, in their order."""
        return (self.value, *(each.value for each in self.among))


@dataclass(frozen=True, kw_only=True)
class Such(Match):
    """A filter that says more than that a column has a value: what, its name in ``SUCH`` says."""

    name: str
