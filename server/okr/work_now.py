"""How work stands when a rule looks at it."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms
from server.okr.now import Guard, KeyResultNow, ObjectiveNow


@dataclass(kw_only=True)
class WorkItemNow(terms.WorkItem):
    """A piece of work as it stands, with what it is done for."""

    id: UUID
    version: int
    state: terms.WorkState
    owner_person_id: UUID | None
    owner_team_id: UUID | None
    criteria_met: bool
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    objective: ObjectiveNow | None = None
    key_result: KeyResultNow | None = None

    @property
    def ended(self) -> bool:
        """Whether nobody works on it any more."""
        return self.state in (terms.WorkState.DONE, terms.WorkState.DROPPED)

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return [Guard(stream=self.id)]


@dataclass(kw_only=True)
class WorkLinkNow:
    """A tie of a piece of work as it stands, seen by who sees both ends."""

    id: UUID
    objective_id: UUID | None
    to_work_item_id: UUID | None
    to_key_result_id: UUID | None
    to_objective_id: UUID | None
    of_objective_id: UUID | None
