"""The closed word lists of reports: how often, what they leave open, rest on and come to."""

from enum import auto

from server.okr.words import Term


class Rhythm(Term):
    """How often a key result is to be reported."""

    NEVER = auto(), "Nobody is asked: people report when there is something to say."
    WEEKLY = auto(), "Every seven days."
    BIWEEKLY = auto(), "Every fourteen days."
    MONTHLY = auto(), "Every month."


class CurveKind(Term):
    """Along which way a key result is expected to move."""

    LINEAR = auto(), "Equally far each day, from the first day to the one on which it is due."
    PHASED = auto(), "By steps: each value is expected from its day on."
    CUSTOM = auto(), "Evenly from point to point, beginning at the baseline, ending at the target."


class PaceVerdict(Term):
    """How far something is beside how far it should be."""

    AHEAD = auto(), "Further than expected by more than the tolerance."
    ON_PACE = auto(), "As far as expected, give or take the tolerance."
    BEHIND = auto(), "Short of what is expected by more than the tolerance."


class AttainmentState(Term):
    """Whether something is reached, or has a clear path to being reached."""

    REACHED = auto(), "As far as was agreed to count as reached: in full where it is COMMITTED."
    ON_CLEAR_PATH = auto(), "Not behind, and no last report says that it will fall short."
    NOT_YET = auto(), "Not reached, and no clear path to it: behind, off track, or unknown."
    MISSED = auto(), "Closed, given up or past its last day without being reached."


class ObstacleKind(Term):
    """What a report leaves open until it is answered."""

    OBSTACLE = auto(), "Something is in the way."
    HELP = auto(), "Help is wanted; anybody may answer."
    ADJUSTMENT = auto(), "A correction of course is proposed."


class EvidenceKind(Term):
    """What a report rests on."""

    DOCUMENT = auto(), "A document or a picture."
    MAIL = auto(), "A mail or a letter."
    INVOICE = auto(), "An invoice, a receipt or a contract."
    CALENDAR = auto(), "An entry in a calendar: something took place."
    DATA = auto(), "A query, a report or a data set."
    LINK = auto(), "A page somewhere."
    OTHER = auto(), "Something else, told in the title."
