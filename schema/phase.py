"""The phases of a cycle in the graph, and how far those are who set objectives in the first."""

from datetime import date
from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import many
from schema.filters import UnitFilter
from schema.objective import owner
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation


@nouns.shown(terms.Phase)
class Phase(terms.Phase):
    """A stretch of a cycle: as it was planned, and as it was."""

    ended_on: date | None = strawberry.field(
        description="Day on which the cycle moved on to the next phase; null before that."
    )
    overrun: int = strawberry.field(
        description="Days that it has taken longer than planned, up to the day that is asked for."
    )


def phases() -> Any:
    """The phases of a cycle."""
    return many(
        Phase,
        Relation(view="cycle_phase", on="cycle_id", order="starts_on", daily=True),
        description="Its phases, as they are planned.",
        takes=[ON],
    )


@registry.known
@nouns.shown(None)
class UnitSetting:
    """How far a team or a person is with setting objectives for a cycle."""

    unit: Any = owner("The team or person.")
    level: terms.Level = strawberry.field(description="At which level of the organization.")
    drafts: int = strawberry.field(description="Objectives not yet agreed; private ones aside.")
    active: int = strawberry.field(description="Objectives agreed; private ones aside.")
    complete: bool = strawberry.field(
        description="Whether there is something agreed and nothing left in draft."
    )


def setting() -> Any:
    """How far everybody is with setting objectives."""
    return connection(
        "UnitSetting",
        Relation(view="unit_setting", on="cycle_id"),
        filtered=UnitFilter,
        description="How far each team is with setting objectives, and each person who has any.",
    )
