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
    REFLECTION = auto(), "What somebody makes of what they lived through or learned."
    BACKGROUND = auto(), "What somebody says of where they come from, to be counted and not shown."


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


class Behaviour(Term):
    """How somebody works, whatever their objectives come to."""

    CUSTOMER_CLOSENESS = auto(), "Being close to customers."
    DATA_DRIVEN = auto(), "Deciding by what data tell."
    ADAPTABILITY = auto(), "Doing otherwise as soon as things are otherwise."


class Background(Term):
    """A trait in which two people may differ."""

    DISCIPLINE = auto(), "What somebody learned, or works at."
    EDUCATION = auto(), "How somebody learned it."
    ORIGIN = auto(), "Where somebody, or their family, comes from."
    GENDER = auto(), "Which gender somebody is of."
    AGE = auto(), "Of which age somebody is."


class EntryOutcome(Term):
    """What became of an entry that waited for something."""

    KEPT = auto(), "What was taken on was done."
    NOT_KEPT = auto(), "What was taken on was not done."
    RESOLVED = auto(), "The concern or the challenge is over."
    UNRESOLVED = auto(), "It stays, and is looked at no longer."
    REPLACED = auto(), "A later reflection says it all."
    WITHDRAWN = auto(), "Who said it of themselves takes it back."


@dataclass(kw_only=True)
class MentoringEntry:
    """What somebody noted, asked, answered, worried about or made of something."""

    kind: Annotated[EntryKind, "What it is."]
    text: Annotated[Text, "What there is to say."]
    shown_to: Annotated[ShownTo, "Who sees it."] = ShownTo.TWO
    due_on: Annotated[
        date | None, "For an ACTION, or a REFLECTION that is still to be written: by when."
    ] = None
    challenge: Annotated[ChallengeCategory | None, "For a CHALLENGE: of what kind."] = None
    months_after: Annotated[
        int | None, "For an OUTCOME: how many months after the end, 6, 12 or 24."
    ] = None
    behaviour: Annotated[
        Behaviour | None,
        "For a REFLECTION on how somebody works: which behaviour; no score follows from it.",
    ] = None
    background: Annotated[
        Background | None,
        "For a BACKGROUND: which trait; `text` says it in the words that others would use too.",
    ] = None
