"""The numbers about how objectives are worked with, each with its sentence."""

from dataclasses import dataclass
from decimal import Decimal
from enum import auto
from typing import Annotated

from server.okr.words import Term


class ProgrammeCode(Term):
    """A number about how an organization, a team or a cycle works with objectives."""

    ADOPTION = auto(), "Of the teams, those that own an objective that was begun."
    PEOPLE_ADOPTION = (
        auto(),
        (
            "Of the people, those who own an objective or a key result that was begun, answer for "
            "one, or have a part in one."
        ),
    )
    ALIGNMENT = (
        auto(),
        (
            "Of the objectives that were begun below the company, those that support one, or a "
            "key result of one, that was not withdrawn."
        ),
    )
    OBJECTIVE_COMPLETION = (
        auto(),
        (
            "Of the objectives that were begun, those whose score, agreed or else computed, is at "
            "the cut-off or above."
        ),
    )
    KEY_RESULT_COMPLETION = (
        auto(),
        (
            "Of the key results of these, those whose score, agreed or else computed, is at the "
            "cut-off or above."
        ),
    )
    CHECK_INS_PER_WEEK = (
        auto(),
        "How many reports a key result has in a week, in the mean of those that were begun.",
    )
    CHECK_IN_GAP = (
        auto(),
        "How many days pass from a report of a key result to the next, in the middle of all.",
    )
    CHECK_IN_ON_TIME = (
        auto(),
        "Of the reports that a rhythm asks for and that came or are overdue, those in time.",
    )
    FINAL_SCORE = (
        auto(),
        "The score, agreed or else computed, of objectives that are closed, in their mean.",
    )
    ACHIEVED = (
        auto(),
        (
            "Of the objectives that are closed, those that came as far as was agreed to count as "
            "reached."
        ),
    )
    SCORE_CHANGE = (
        auto(),
        (
            "How far the score of objectives that are closed lies above that of the earlier ones "
            "with which they go on, in the mean."
        ),
    )
    KPIS_IMPROVED = (
        auto(),
        (
            "Of the key results that follow a KPI, those where it stands better than before the "
            "cycle."
        ),
    )
    REVISIONS = (
        auto(),
        (
            "How often an objective or a key result of it was changed after the start, in the mean "
            "of those that were begun."
        ),
    )
    REVISIONS_WITH_REASON = auto(), "Of the changes after the start, those that say why."
    KEY_RESULT_CHURN = auto(), "Of the key results, those that were changed after the start."
    DAYS_TO_ANSWER = (
        auto(),
        (
            "How many days passed from an obstacle to a change or its answer, and from a KPI's "
            "leaving its bounds to a change or its return, in the middle of all."
        ),
    )
    BOTTOM_UP = (
        auto(),
        (
            "Of the objectives that were begun below the company, those that the owner or somebody "
            "of the owning team set; who recorded them tells."
        ),
    )
    COMMITTED = auto(), "Of the objectives that were begun, those that are COMMITTED."
    START_CONFIDENCE = (
        auto(),
        "How sure somebody was of a key result at the start, in the mean of those that say it.",
    )
    CALIBRATION = (
        auto(),
        (
            "How far the confidence at the start was from what came, squared, in the mean of the "
            "key results that are closed: 0 where everything was foreseen."
        ),
    )
    SELF_SCORE_GAP = (
        auto(),
        "How far people scored what they did above the score agreed on, in the mean.",
    )
    MEETINGS_SKIPPED = auto(), "Of the meetings that were held or skipped, those skipped."
    ENGAGEMENT = (
        auto(),
        "How much people care for what they do, from 1 to 5, in the mean of what pulses say.",
    )
    SATISFACTION = (
        auto(),
        "How content people are with how they work, from 1 to 5, in the mean of what pulses say.",
    )
    TRUST = (
        auto(),
        "How much people trust each other, from 1 to 5, in the mean of what pulses say.",
    )
    SAFETY = (
        auto(),
        (
            "How safe it is to ask, to disagree and to tell of mistakes, from 1 to 5, in the mean "
            "of what pulses say."
        ),
    )


@dataclass(kw_only=True)
class ProgrammeAim:
    """Between which two values a programme number is to lie."""

    code: Annotated[ProgrammeCode, "Which number."]
    from_: Annotated[Decimal, "The least."]
    to: Annotated[Decimal, "The most."]
