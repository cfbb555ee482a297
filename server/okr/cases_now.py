"""How cases, meetings and their steps stand when a rule looks at them."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from server.okr import terms
from server.okr.now import Guard, KeyResultNow, ObjectiveNow


@dataclass(kw_only=True)
class About:
    """What something is about, as the actor sees it."""

    objective: ObjectiveNow | None = None
    key_result: KeyResultNow | None = None
    team_id: UUID | None = None
    cycle_id: UUID | None = None


@dataclass(kw_only=True)
class CaseNow(terms.Case, About):
    """A case as it stands."""

    id: UUID
    version: int
    state: terms.CaseState
    owner_person_id: UUID | None
    author_id: UUID

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return [Guard(stream=self.id)]


@dataclass(kw_only=True)
class MeetingNow(terms.Meeting, About):
    """A meeting as it stands."""

    id: UUID
    version: int
    state: terms.MeetingState
    author_id: UUID
    participant_ids: list[UUID]
    planned_on: date
    mentorship_id: UUID | None = None

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return [Guard(stream=self.id)]


@dataclass(kw_only=True)
class StepNow:
    """A step as it stands, and with which objectives it is taken that the actor does not see."""

    id: UUID
    version: int
    done: bool
    owner_person_id: UUID | None
    unseen: list[UUID] = field(default_factory=list)
