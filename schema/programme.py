"""Numbers about how objectives are worked with, each with what it counts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from inspect import Parameter
from typing import Any
from uuid import UUID

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import listed, many, one, read, taken
from schema.node import Node
from schema.policy import USUAL_AIMS
from server.okr.terms import Participation, ProgrammeCode
from server.reads.shapes import Match, Relation
from server.reads.sources import Anything, StoredList, Words

MEANINGS = {each.name: each.meaning for each in ProgrammeCode}
NUMBERS = Relation(
    view="programme_number",
    on="unit_id",
    order="place",
    daily=True,
    given=(USUAL_AIMS,),
    where=(Match(column="wave", value=0),),
)
CODE = taken("code", ProgrammeCode | None, "Only this one.")
CYCLE = taken("cycle_id", UUID | None, "Of this cycle; of those in which the day lies if none is.")
TEAM = taken("team_id", UUID | None, "Of this team with those below it alone.")


@nouns.shown(None)
class ProgrammeItem:
    """What a programme number counts, or leaves out."""

    node: Any = read(Anything(column="noun_id"), Node | None, "What it is.")
    value: Decimal | None = strawberry.field(
        description="How much it counts: 1 or 0 of a share; null where it is left out."
    )
    because: str | None = strawberry.field(description="Why it is left out, or counts nothing.")


@nouns.shown(None)
class TeamNumber:
    """The same number of what belongs to one team alone."""

    team: Any = one("Team", "team", key="team_id", description="The team.")
    numerator: Decimal | None = strawberry.field(description="The sum of what is counted.")
    denominator: int = strawberry.field(description="How many are counted.")
    value: Decimal | None = strawberry.field(description="What the formula makes of them.")
    as_aimed: bool | None = strawberry.field(
        description="Whether it lies where it is to; null where nothing was agreed."
    )


@nouns.shown(None)
class ProgrammeNumber:
    """A number about how objectives are worked with, as far as the viewer sees what it counts."""

    code: ProgrammeCode = strawberry.field(description="Which number.")
    meaning: Any = read(Words(column="code", words=MEANINGS), str, "What it counts, of what.")
    formula: str = strawberry.field(
        description="How it is made of what it counts: share/1, mean/1 or median/1."
    )
    numerator: Decimal | None = strawberry.field(description="The sum of what is counted.")
    denominator: int | None = strawberry.field(
        description="How many are counted; null where it is withheld."
    )
    value: Decimal | None = strawberry.field(description="What the formula makes of them.")
    because: str | None = strawberry.field(
        description="Why there is no value: nothing is counted, or it would tell of too few people."
    )
    aim_from: Decimal | None = strawberry.field(
        description="The least that it is to be, as was agreed; null where nothing was."
    )
    aim_to: Decimal | None = strawberry.field(description="The most that it is to be.")
    as_aimed: bool | None = strawberry.field(
        description="Whether it lies between these two; null where either is unknown."
    )
    items: Any = read(
        StoredList(column="items"),
        registry.listed(ProgrammeItem),
        "What is counted and what is left out; the first 1,000.",
        shows=ProgrammeItem,
    )
    teams: Any = read(
        StoredList(column="teams"),
        registry.listed(TeamNumber),
        "The same of each team alone, of what belongs to teams; none where it tells of people.",
        shows=TeamNumber,
    )


def programme_numbers(description: str, *other: Parameter) -> Any:
    """The programme numbers of a noun, and of another one beside it."""
    return _numbers(NUMBERS, description, *other)


def _numbers(relation: Relation, description: str, *other: Parameter) -> Any:
    takes = (CODE, *other)
    return many(
        ProgrammeNumber,
        relation,
        description=description,
        takes=[*takes, ON],
        taken=tuple(each.name for each in takes),
    )


@nouns.shown(None)
class RolloutWave:
    """Teams that begin to work with objectives together."""

    wave: int = strawberry.field(description="Which wave, counted from 1.")
    starts_on: date | None = strawberry.field(
        description="The first day from which on one of them takes part, if one was stated."
    )
    teams: Any = listed("Team", "team", "team_ids", "The teams that are named for it.")
    programme_numbers: Any = _numbers(
        replace(NUMBERS, key="org_id", also="wave", where=()),
        "How these teams, and those below that name no other wave, work with objectives.",
        CYCLE,
    )


def rollout() -> Any:
    """The waves in which teams begin."""
    return many(
        RolloutWave,
        Relation(view="rollout_wave", on="org_id", key="id", order="wave"),
        description="The waves in which its teams begin to work with objectives.",
    )


@nouns.shown(None)
class TakingPart:
    """How a team takes part in working with objectives on a day."""

    participation: Participation = strawberry.field(description="In which way.")
    reason: str | None = strawberry.field(description="Why, if that was said.")
    wave: int | None = strawberry.field(description="In which wave of the rollout it begins.")


def takes_part() -> Any:
    """How a team takes part."""
    return one(
        TakingPart,
        "participation",
        on="team_id",
        key="id",
        daily=True,
        description="How it works with objectives: as it says itself, or as the team above.",
        takes=[ON],
    )
