"""Numbers about how objectives are worked with, each with what it counts."""

from collections.abc import Sequence
from decimal import Decimal
from inspect import Parameter
from typing import Any
from uuid import UUID

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import many, one, read, taken
from schema.node import Node
from server.okr.programme_words import ProgrammeCode
from server.reads.shapes import Relation
from server.reads.sources import Anything, StoredList, Words

MEANINGS = {each.name: each.meaning for each in ProgrammeCode}
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
    takes: Sequence[Parameter] = (CODE, *other)
    return many(
        ProgrammeNumber,
        Relation(view="programme_number", on="unit_id", order="place", daily=True),
        description=description,
        takes=[*takes, ON],
        taken=tuple(each.name for each in takes),
    )
