"""How what is assumed, tried and learned stands when a rule looks at it."""

from dataclasses import dataclass, field
from uuid import UUID

from server.okr import terms
from server.okr.now import Guard


@dataclass(kw_only=True)
class HypothesisNow(terms.Hypothesis):
    """A hypothesis as it stands."""

    id: UUID
    version: int
    author_id: UUID
    owner_team_id: UUID | None = None
    verdict: terms.Verdict | None = None

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return [Guard(stream=self.id)]


@dataclass(kw_only=True)
class ExperimentNow:
    """An experiment as it stands."""

    id: UUID
    objective_id: UUID | None = None
    variants: list[UUID] = field(default_factory=list)


@dataclass(kw_only=True)
class InsightNow:
    """Something that was learned, as far as the actor sees it."""

    id: UUID
