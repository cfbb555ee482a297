"""What was stated of nouns at one time, beside what is stated of them now."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import one, read
from server.okr import terms
from server.reads.sources import StoredList


@nouns.shown(terms.Team)
class TeamAsStated(terms.Team):
    """What was stated of a team at one time."""

    parent: Any = one(
        "Team", "team", key="parent_id", optional=True, description="The team above it."
    )


@nouns.shown(terms.Person)
class PersonAsStated(terms.Person):
    """What was stated of a person at one time."""

    active: bool = strawberry.field(description="Whether they were part of the organization.")
    permissions: list[terms.Permission] = strawberry.field(
        description="What they could do beyond their roles in teams and objectives."
    )


@nouns.shown(terms.Cycle)
class CycleAsStated(terms.Cycle):
    """What was stated of a cycle at one time."""

    state: terms.CycleState = strawberry.field(description="How far the cycle was.")


@nouns.shown(terms.Aspiration)
class AspirationAsStated(terms.Aspiration):
    """What was stated of a mission, a vision or a theme at one time."""


@nouns.shown(terms.Kpi)
class KpiAsStated(terms.Kpi):
    """What was stated of a KPI at one time."""

    owner: Any = one(
        "Person", "person", key="owner_person_id", optional=True, description="Who looked after it."
    )


@nouns.shown(terms.Alignment)
class AlignmentAsStated(terms.Alignment):
    """What was stated of an alignment at one time."""


@nouns.shown(terms.Participant)
class ParticipantAsStated(terms.Participant):
    """In which role somebody took part in an objective at one time."""


@nouns.shown(None)
class ContributionAsStated:
    """What was stated of a part of a key result at one time."""

    target: Decimal = strawberry.field(description="How much they meant to add.")
    released: bool = strawberry.field(description="Whether it was nobody's any more.")


@nouns.shown(terms.ScoreBand)
class ScoreBandAsStated(terms.ScoreBand):
    """A range of scores as it was agreed."""


@nouns.shown(terms.ProgrammeAim)
class ProgrammeAimAsStated(terms.ProgrammeAim):
    """Between which two values a programme number was to lie."""


@nouns.shown(terms.Policy)
class PolicyAsStated(terms.Policy):
    """What was agreed at one time, of its own or for the whole organization."""

    score_bands: Any = read(
        StoredList(column="score_bands"),
        list[ScoreBandAsStated],
        "Ranges of scores, lowest first; none where nobody has agreed on any, and the usual held.",
        shows=ScoreBandAsStated,
    )
    programme_aims: Any = read(
        StoredList(column="programme_aims"),
        list[ProgrammeAimAsStated],
        "Where programme numbers were to lie; none where nobody has agreed on any.",
        shows=ProgrammeAimAsStated,
    )
