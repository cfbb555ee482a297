"""What can have happened to pieces of work."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class WorkItemAdded(Fact, terms.WorkItem):
    """A piece of work was planned."""

    stream = "work_item_id"
    work_item_id: UUID
    objective_id: UUID | None
    key_result_id: UUID | None
    within_id: UUID | None
    owner_person_id: UUID | None
    owner_team_id: UUID | None
    from_key_result_id: UUID | None = None


@dataclass(kw_only=True)
class WorkItemEdited(Fact):
    """A piece of work was stated otherwise, or is somebody else's."""

    stream = "work_item_id"
    changed = terms.WorkItem
    work_item_id: UUID
    objective_id: UUID | None
    changes: dict[str, Any]
    owner_person_id: UUID | None | Absent = ABSENT
    owner_team_id: UUID | None | Absent = ABSENT


@dataclass(kw_only=True)
class WorkReported(Fact):
    """Somebody said how far a piece of work is."""

    stream = "work_item_id"
    work_item_id: UUID
    objective_id: UUID | None
    state: Annotated[terms.WorkState | None, "How far it is; null where that stays."] = None
    done: Annotated[Decimal | None, "How much of it is done, 0 to 1."] = None
    spent: Annotated[Decimal | None, "How many days of work it has taken so far."] = None
    criteria_met: Annotated[bool, "Whether somebody saw that its criteria are met."] = False
    note: Annotated[Text | None, "What there is to say about it."] = None


@dataclass(kw_only=True)
class WorkLinked(Fact, terms.WorkLink):
    """A piece of work was tied to another one, a key result or an objective."""

    stream = "work_item_id"
    work_link_id: UUID
    work_item_id: UUID
    objective_id: UUID | None
    to_work_item_id: UUID | None = None
    to_key_result_id: UUID | None = None
    to_objective_id: UUID | None = None
    of_objective_id: UUID | None = None


@dataclass(kw_only=True)
class WorkUnlinked(Fact):
    """A piece of work is tied to something no longer."""

    stream = "work_item_id"
    work_link_id: UUID
    work_item_id: UUID
    objective_id: UUID | None
    to_work_item_id: UUID | None = None
    to_key_result_id: UUID | None = None
    to_objective_id: UUID | None = None
    of_objective_id: UUID | None = None


@dataclass(kw_only=True)
class CapacityRecorded(Fact, terms.Capacity):
    """Somebody said how much work a team can take on in a cycle."""

    stream = "capacity_id"
    capacity_id: UUID
    team_id: UUID
    cycle_id: UUID
