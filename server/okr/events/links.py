"""What can have happened to links between objectives."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact


@dataclass(kw_only=True)
class ObjectivesLinked(Fact, terms.Link):
    """An objective was tied to another, or to what it comes from."""

    stream = "objective_id"
    link_id: UUID
    objective_id: UUID
    to_objective_id: UUID | None = None
    to_answer_id: UUID | None = None
    to_aspiration_id: UUID | None = None
    to_kpi_id: UUID | None = None
    to_hypothesis_id: UUID | None = None
    to_insight_id: UUID | None = None


@dataclass(kw_only=True)
class ObjectivesUnlinked(Fact):
    """An objective is no longer tied to another."""

    stream = "objective_id"
    link_id: UUID
    objective_id: UUID
    to_objective_id: UUID | None = None
