"""The words for time: how cycles follow each other, and what a stretch of one is for."""

from enum import auto

from server.okr.words import Term


class Cadence(Term):
    """In which rhythm cycles follow each other."""

    MONTH = auto(), "One month."
    QUARTER = auto(), "Three months: four cycles a year."
    TRIMESTER = auto(), "Four months: three cycles a year."
    HALF_YEAR = auto(), "Six months: two cycles a year."
    YEAR = auto(), "Twelve months, from the first day of a fiscal year."
    OTHER = auto(), "Any other span of time."


class CyclePhase(Term):
    """What a stretch of a cycle is for."""

    SETTING = auto(), "Objectives are drafted, aligned and agreed; it ends when the cycle starts."
    WORK = auto(), "Work is under way and reported; it ends when the cycle goes into review."
    REVIEW = auto(), "Results are discussed and scored; it ends when the cycle is closed."


class Horizon(Term):
    """How far ahead an objective looks, taken from the length of its cycle."""

    SHORT_TERM = auto(), "Its cycle lasts half a year at most, 184 days."
    LONG_TERM = auto(), "Its cycle lasts longer than half a year."
