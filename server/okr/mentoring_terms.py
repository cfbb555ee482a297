"""The noun of what mentor and mentee say to each other."""

from dataclasses import dataclass
from datetime import date
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class EntryKind(Term):
    """What is noted in a mentorship."""

    NOTE = auto(), "What was spoken about."
    ACTION = auto(), "What one of the two took on; it is kept or not."
    FEEDBACK_REQUEST = auto(), "Feedback that somebody asks for."
    FEEDBACK = auto(), "What somebody saw and says, asked for or not."
    CONCERN = auto(), "What worries somebody: told to the other, or to who looks after mentoring."
    CHALLENGE = auto(), "What the two find difficult together, and how they got over it."
    REVIEW = auto(), "What the two saw when they looked at the mentorship as a whole."
    OUTCOME = auto(), "What came of it for the mentee, months after its end."
    STORY = auto(), "What the two tell everybody about it, once both agree to that."


class ShownTo(Term):
    """Who sees an entry."""

    AUTHOR = auto(), "Who wrote it, and nobody else."
    TWO = auto(), "Who wrote it, and whom it is for; for nobody in particular, both of the pair."
    ORGANIZATION = auto(), "Everybody who sees what it is about."


class ChallengeCategory(Term):
    """What kind of thing is difficult."""

    COMMUNICATION = auto(), "The two do not understand each other well."
    EXPECTATIONS = auto(), "They expect different things of it."
    TIME = auto(), "There is too little of it."
    DISTANCE = auto(), "They are far from each other, in place or in rank."
    SKILL = auto(), "Something is to be learned that the other cannot teach."
    OTHER = auto(), "Something else."


class EntryOutcome(Term):
    """What became of an entry that waited for something."""

    KEPT = auto(), "What was taken on was done."
    NOT_KEPT = auto(), "What was taken on was not done."
    RESOLVED = auto(), "The concern or the challenge is over."
    UNRESOLVED = auto(), "It stays, and is looked at no longer."


@dataclass(kw_only=True)
class MentoringEntry:
    """What one of the two noted, asked, answered or worried about."""

    kind: Annotated[EntryKind, "What it is."]
    text: Annotated[Text, "What there is to say."]
    shown_to: Annotated[ShownTo, "Who sees it."] = ShownTo.TWO
    due_on: Annotated[date | None, "For an ACTION: by when."] = None
    challenge: Annotated[ChallengeCategory | None, "For a CHALLENGE: of what kind."] = None
    months_after: Annotated[
        int | None, "For an OUTCOME: how many months after the end, 6, 12 or 24."
    ] = None
