"""The nouns of mentoring: two people, and what one wants to reach with the help of the other."""

from dataclasses import dataclass
from datetime import date
from enum import auto
from typing import Annotated

from server.okr.rhythms import Cadence
from server.okr.stating import Text
from server.okr.words import Term


class MentorshipState(Term):
    """How far a mentorship is."""

    ACTIVE = auto(), "The two work together."
    ENDED = auto(), "It is over; what was said in it stays with the two."


class EndCategory(Term):
    """What kind of reason a mentorship ended for."""

    ACHIEVED = auto(), "The mentee got where they wanted to get."
    TIME_OVER = auto(), "The time that was agreed is over."
    NO_CHEMISTRY = auto(), "The two do not fit; another pairing may."
    CIRCUMSTANCES = auto(), "Work, place or people changed."
    OTHER = auto(), "Something else."


class Growth(Term):
    """What grows with a key result: for whoever sets it out of a wish to grow."""

    SKILL = auto(), "Something is learned."
    CAREER = auto(), "A step on the way to another role."
    PROJECT = auto(), "A piece of work is brought to its end."


@dataclass(kw_only=True)
class Mentorship:
    """Two people of whom one helps the other to reach something; nobody else sees any of it."""

    mentee_aim: Annotated[Text | None, "What the mentee wants to achieve."] = None
    mentor_support: Annotated[Text | None, "How the mentor is going to help."] = None
    ends_on: Annotated[date | None, "Until when it is meant to last; null for open."] = None
    review_cadence: Annotated[
        Cadence, "How often the two look at it together; OTHER for no rhythm."
    ] = Cadence.QUARTER
