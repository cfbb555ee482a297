"""The nouns of reviews and scores; they are read under one name with all others, in `terms`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from server.okr.review_words import Course, FollowUpKind, MissCategory, Question, ReviewKind
from server.okr.stating import Text


@dataclass(kw_only=True)
class Review:
    """A record of people sitting together over an objective, a team, a cycle or work."""

    kind: Annotated[ReviewKind, "What they sat together for."]
    held_on: Annotated[date, "The day on which they did."]
    note: Annotated[Text | None, "What else was said."] = None
    on_pace: Annotated[bool | None, "For MILESTONE: whether it will be reached in time."] = None


@dataclass(kw_only=True)
class Answer:
    """What a review answered to a question."""

    question: Annotated[Question, "What was asked."]
    text: Annotated[Text, "What was answered."]
    asked: Annotated[Text | None, "The question in its own words, for OTHER."] = None


@dataclass(kw_only=True)
class ReviewDecision:
    """What a review decided about an objective or a key result."""

    decision: Annotated[Course, "What is to become of it."]
    reason: Annotated[Text, "Why."]


@dataclass(kw_only=True)
class FollowUp:
    """Something to come back to, open until it is resolved."""

    text: Annotated[Text, "What to come back to."]
    kind: Annotated[FollowUpKind, "What it is to whoever comes back to it."] = FollowUpKind.LATER


@dataclass(kw_only=True)
class Miss:
    """Why a key result was not reached."""

    category: Annotated[MissCategory, "What kind of reason."]
    text: Annotated[Text, "What happened."]
    improvement: Annotated[Text | None, "What would be done otherwise another time."] = None


@dataclass(kw_only=True)
class ScoreBand:
    """A range of scores with a name and a colour."""

    label: Annotated[str, "What the range is called."]
    color: Annotated[str, "Colour in which the range is shown, as #rrggbb."]
    from_: Annotated[Decimal, "Lowest score that belongs to it."]
    to: Annotated[
        Decimal, "Scores below this belong to it; the topmost band takes in its upper end."
    ]
    aim: Annotated[bool, "Whether this is the range that a whole cycle aims at."] = False
