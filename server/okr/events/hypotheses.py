"""What can have happened to what is assumed, tried and learned."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class HypothesisAdded(Fact, terms.Hypothesis):
    """Something is assumed from here on, and can be tried."""

    stream = "hypothesis_id"
    hypothesis_id: UUID
    owner_team_id: UUID | None = None
    refines_id: UUID | None = None


@dataclass(kw_only=True)
class HypothesisConcluded(Fact):
    """Somebody said what became of a hypothesis."""

    stream = "hypothesis_id"
    hypothesis_id: UUID
    verdict: terms.Verdict
    reason: Annotated[Text, "What speaks for that."]


@dataclass(kw_only=True)
class TriedVariant(terms.Variant):
    """A way that an experiment tries, with its id."""

    id: Annotated[UUID, "Names the variant."]


@dataclass(kw_only=True)
class VariantResult:
    """What came of one of the ways."""

    variant_id: UUID
    value: Annotated[Decimal | None, "What was measured of it."] = None
    result: Annotated[Text | None, "What was seen of it."] = None


@dataclass(kw_only=True)
class ExperimentAdded(Fact, terms.Experiment):
    """A hypothesis is tried in a way."""

    stream = "hypothesis_id"
    experiment_id: UUID
    hypothesis_id: UUID
    work_item_id: UUID | None = None
    objective_id: UUID | None = None
    variants: Annotated[list[TriedVariant], "What is held against each other."] = field(
        default_factory=list
    )


@dataclass(kw_only=True)
class ExperimentResultRecorded(Fact):
    """Somebody said what came of an experiment; the last that was said holds."""

    stream = "hypothesis_id"
    experiment_id: UUID
    hypothesis_id: UUID
    objective_id: UUID | None = None
    result: Annotated[Text, "What came of it."]
    winner_id: UUID | None = None
    results: Annotated[list[VariantResult], "What came of each variant."] = field(
        default_factory=list
    )


@dataclass(kw_only=True)
class InsightAdded(Fact, terms.Insight):
    """Something was learned."""

    stream = "insight_id"
    insight_id: UUID
    hypothesis_id: UUID | None = None
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
