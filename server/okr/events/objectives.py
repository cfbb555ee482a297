"""What can have happened to cycles, objectives and alignments."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.events.votes import CastVote
from server.okr.terms import ABSENT, Absent, Private, Text


@dataclass(kw_only=True)
class CycleOpened(Fact, terms.Cycle):
    """A cycle was put on the calendar."""

    stream = "cycle_id"
    cycle_id: UUID
    parent_id: UUID | None = None


@dataclass(kw_only=True)
class PhasesPlanned(Fact):
    """The phases of a cycle were given their days; those planned before no longer count."""

    stream = "cycle_id"
    cycle_id: UUID
    phases: Annotated[list[terms.PlannedPhase], "The phases with their days."]


@dataclass(kw_only=True)
class CycleStarted(Fact):
    """Work in a cycle began; from here on targets are measured against what they were."""

    stream = "cycle_id"
    cycle_id: UUID


@dataclass(kw_only=True)
class CycleReviewed(Fact):
    """A cycle went into review."""

    stream = "cycle_id"
    cycle_id: UUID


@dataclass(kw_only=True)
class CycleClosed(Fact):
    """A cycle ended: its active objectives closed with it, its drafts were withdrawn."""

    stream = "cycle_id"
    cycle_id: UUID


@dataclass(kw_only=True)
class ObjectiveCreated(Fact, terms.Objective):
    """An objective was drafted."""

    stream = "objective_id"
    objective_id: UUID
    cycle_id: UUID
    owner_team_id: UUID | None
    owner_person_id: UUID | None
    accountable_person_id: UUID | None
    origin: terms.Origin
    follow_up_id: UUID | None = None
    mentorship_id: UUID | None = None


@dataclass(kw_only=True)
class ObjectiveActivated(Fact):
    """An objective was agreed; work on it may begin."""

    stream = "objective_id"
    objective_id: UUID


@dataclass(kw_only=True)
class ObjectiveEdited(Fact):
    """An objective's words, owner, ambition or visibility changed."""

    stream = "objective_id"
    changed = terms.Objective
    objective_id: UUID
    changes: dict[str, Any]
    owner_team_id: UUID | None | Absent = ABSENT
    owner_person_id: UUID | None | Absent = ABSENT
    accountable_person_id: UUID | None | Absent = ABSENT
    reason: Annotated[Text | None, Private.TELLS, "Why it changed, once its cycle has started."] = (
        None
    )
    category: Annotated[terms.RevisionCategory | None, "What kind of reason."] = None


@dataclass(kw_only=True)
class ObjectiveClosed(Fact):
    """An objective was finished before its cycle."""

    stream = "objective_id"
    objective_id: UUID


@dataclass(kw_only=True)
class ObjectiveWithdrawn(Fact):
    """An objective was given up."""

    stream = "objective_id"
    objective_id: UUID
    reason: Annotated[Text, "Why it was given up."]


@dataclass(kw_only=True)
class ObjectiveScored(Fact):
    """Somebody said how well an objective was reached."""

    stream = "objective_id"
    objective_id: UUID
    kind: terms.ScoreKind
    score: Annotated[Decimal, "How well it was reached, 0 to 1."]
    comment: Annotated[Text | None, "What there is to say about it."] = None
    participant_ids: list[UUID] = field(default_factory=list)
    votes: Annotated[list[CastVote], "What each person voted, where a team scored together."] = (
        field(default_factory=list)
    )


@dataclass(kw_only=True)
class ObjectiveAligned(Fact, terms.Alignment):
    """An objective began to support another objective or a key result."""

    stream = "alignments"
    alignment_id: UUID
    objective_id: UUID
    to_objective_id: UUID | None
    to_key_result_id: UUID | None


@dataclass(kw_only=True)
class AlignmentRevised(Fact):
    """An alignment counts otherwise, or is explained otherwise, than before."""

    stream = "alignments"
    changed = terms.Alignment
    alignment_id: UUID
    objective_id: UUID
    changes: dict[str, Any]


@dataclass(kw_only=True)
class AlignmentRemoved(Fact):
    """An objective stopped supporting what it supported."""

    stream = "alignments"
    alignment_id: UUID
    objective_id: UUID
