"""How mentoring goes in an organization, in counts, and what grows in mentorships."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import many, one
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(None)
class MentorshipReview:
    """When mentor and mentee are to look at their mentorship as a whole."""

    last_on: date | None = strawberry.field(description="The day they last did.")
    due_on: date = strawberry.field(description="The day by which they are to do so.")
    overdue: bool = strawberry.field(description="Whether that day is over.")


@registry.known
@nouns.shown(None)
class GrowthCount:
    """What grows, and how far: the key results of one kind."""

    growth: terms.Growth = strawberry.field(description="What grows.")
    key_results: int = strawberry.field(description="How many there are that were not withdrawn.")
    reached: int | None = strawberry.field(
        description="How many were reached; null where that would tell of few people."
    )
    mean_progress: Decimal | None = strawberry.field(
        description="How far they are on average; null where that would tell of few people."
    )


@registry.known
@nouns.shown(None)
class MentoringProgramme:
    """How mentoring goes, in counts; of fewer mentorships than was agreed on how many there are."""

    mentorships: int = strawberry.field(description="How many there are and were.")
    going_on: int = strawberry.field(description="How many go on.")
    withheld: bool = strawberry.field(
        description="Whether all else is withheld, because there are fewer than was agreed on."
    )
    paired_again: int | None = strawberry.field(description="How many are another try.")
    ended_for_lack_of_chemistry: int | None = strawberry.field(
        description="How many ended because the two did not fit."
    )
    goals: int | None = strawberry.field(description="Goals that were begun.")
    attainment: Decimal | None = strawberry.field(description="How far these are, on average.")
    feedback_asked: int | None = strawberry.field(description="How often feedback was asked for.")
    feedback_answered: int | None = strawberry.field(description="How often it came.")
    feedback_rate: Decimal | None = strawberry.field(description="The share that was answered.")
    kept_share: Decimal | None = strawberry.field(
        description="The share of what was taken on, and is over, that was kept."
    )
    concerns_open: int | None = strawberry.field(description="Concerns that nobody settled.")
    reviews_overdue: int | None = strawberry.field(
        description="How many pairs should have looked at theirs as a whole."
    )


@registry.known
@nouns.shown(None)
class PairMix:
    """How much the two of pairs differ in a trait; nothing tells of a pair or of a person."""

    background: terms.Background = strawberry.field(description="Which trait.")
    withheld: bool = strawberry.field(
        description="Whether it is withheld, because it would tell of too few people."
    )
    mix: terms.Extent | None = strawberry.field(
        description="How many pairs differ in it: LOW below a third, HIGH from two thirds on."
    )


def pair_mix() -> Any:
    """How much pairs differ, for those who look after mentoring."""
    return many(
        "PairMix",
        Relation(view="pair_mix", on="org_id", key="id", order="place"),
        description="How much the two of mentorships that go on differ, as far as both say it of "
        "themselves; for who administers, audits or redacts.",
    )


def review() -> Any:
    """When the two are to look at it."""
    return one(
        MentorshipReview,
        "mentorship_review",
        on="id",
        key="id",
        daily=True,
        takes=[ON],
        optional=True,
        description="When the two are to look at it as a whole; null where no rhythm is agreed "
        "or it is over.",
    )


def growth() -> Any:
    """What grows in a mentorship."""
    return many(
        "GrowthCount",
        Relation(view="mentorship_growth", on="mentorship_id", order="growth"),
        description="What grows, by the kinds that its key results say, and how far.",
    )


def overdue_mentorships() -> Any:
    """The viewer's mentorships that were not looked at in time."""
    return connection(
        "Mentorship",
        Relation(view="overdue_mentorship", on="org_id", key="id", daily=True),
        description="Mentorships of the viewer that should have been looked at before a day.",
    )


def programme() -> Any:
    """How mentoring goes, for those who look after it."""
    return one(
        MentoringProgramme,
        "mentoring_programme",
        on="id",
        key="id",
        daily=True,
        takes=[ON],
        optional=True,
        description="How mentoring goes, for who administers, audits or redacts: counts alone.",
    )


def growth_of_all() -> Any:
    """What grows in all mentorships, for those who look after them."""
    return many(
        "GrowthCount",
        Relation(view="programme_growth", on="org_id", key="id", order="growth"),
        description="What grows in all mentorships, for who administers, audits or redacts.",
    )
