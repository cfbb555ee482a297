"""Rules about alignments: who supports what, how it counts, and that no two lead in a circle."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.metrics import adds_up
from server.okr.now import AlignmentNow, Guard, ObjectiveNow
from server.okr.refusals import (
    AlignmentWouldLoop,
    AlreadyExists,
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import (
    ABSENT,
    Absent,
    RollUp,
    Text,
)

ALIGNMENTS_OF_AN_OBJECTIVE = 50


@dataclass(kw_only=True)
class AlignObjective(terms.Alignment):
    """Let an objective support another objective or a key result."""

    objective_id: Annotated[UUID, "The supporter."]
    to_objective_id: Annotated[UUID | None, "The objective it supports; this or a key result."] = (
        None
    )
    to_key_result_id: Annotated[
        UUID | None, "The key result it supports; this or an objective."
    ] = None


@dataclass(kw_only=True)
class ReviseAlignment:
    """Change how an alignment counts, or how it is explained."""

    alignment_id: Annotated[UUID, "Which alignment."]
    roll_up: Annotated[RollUp | Absent, "How it counts from here on."] = ABSENT
    weight: Annotated[Decimal | Absent, "How much it counts from here on."] = ABSENT
    rationale: Annotated[Text | None | Absent, "How it helps; null takes the words away."] = ABSENT
    contribution_statement: Annotated[
        Text | None | Absent, "How the supporter can contribute most; null takes the words away."
    ] = ABSENT


@dataclass(kw_only=True)
class RemoveAlignment:
    """End an alignment."""

    alignment_id: Annotated[UUID, "Which alignment."]


def align_objective(standing: Standing, said: AlignObjective) -> Decision:
    """An objective supports another thing once, and never in a circle."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = _aligned_by(standing, objective, "objective_id")
    objections.when(
        (said.to_objective_id is None) == (said.to_key_result_id is None),
        Invalid("Name one thing to support: an objective or a key result.", "to_objective_id"),
    )
    _target(standing, said.to_objective_id, said.to_key_result_id)
    if (supported := _supported(standing)) is not None:
        checks.goes_on(objections, supported, _place(said))
    objections.when(standing.target_leads_to_objective, AlignmentWouldLoop(None, _place(said)))
    objections.when(
        standing.aligned_already, AlreadyExists("It supports this already.", _place(said))
    )
    objections.when(
        objective.alignments >= ALIGNMENTS_OF_AN_OBJECTIVE,
        LimitReached(
            f"An objective supports at most {ALIGNMENTS_OF_AN_OBJECTIVE} things.", "objective_id"
        ),
    )
    checks.weighted(objections, said.weight)
    _countable(objections, standing, objective, said.roll_up)
    objections.settle()
    fact = events.ObjectiveAligned(
        alignment_id=standing.new_id(),
        objective_id=objective.id,
        to_objective_id=said.to_objective_id,
        to_key_result_id=said.to_key_result_id,
        **terms.changes(terms.Alignment, said),
    )
    return Decision(facts=[fact], guards=_guards(standing, objective))


def revise_alignment(standing: Standing, said: ReviseAlignment) -> Decision:
    """The same limits hold as when it was made."""
    alignment, objective = _alignment(standing)
    standing.expect(alignment.version)
    objections = _aligned_by(standing, objective, "alignment_id")
    checks.weighted(objections, said.weight)
    objections.when(said.roll_up is None, Invalid("This cannot be empty.", "roll_up"))
    if isinstance(said.roll_up, RollUp):
        if said.roll_up is not RollUp.NONE:
            need(standing.to_key_result or standing.to_objective, "alignment_id")
        _countable(objections, standing, objective, said.roll_up)
    objections.settle()
    fact = events.AlignmentRevised(
        alignment_id=alignment.id,
        objective_id=objective.id,
        changes=terms.changes(terms.Alignment, said),
    )
    return Decision(facts=[fact], guards=_guards(standing, objective))


def remove_alignment(standing: Standing, said: RemoveAlignment) -> Decision:
    """What no longer helps is ended; it stays in the history."""
    alignment, objective = _alignment(standing)
    standing.expect(alignment.version)
    objections = _aligned_by(standing, objective, "alignment_id")
    objections.settle()
    fact = events.AlignmentRemoved(alignment_id=alignment.id, objective_id=objective.id)
    return Decision(facts=[fact], guards=_guards(standing, objective))


def _alignment(standing: Standing) -> tuple[AlignmentNow, ObjectiveNow]:
    alignment = need(standing.alignment, "alignment_id")
    return alignment, need(standing.objective, "alignment_id")


def _aligned_by(standing: Standing, objective: ObjectiveNow, path: str) -> Objections:
    objections = Objections()
    objections.when(
        not authority.drafts(standing.actor, objective),
        NotAllowed("Only whoever owns or drafted the supporting objective may."),
    )
    # What has ended keeps its last numbers: it neither begins to support nor to be supported.
    checks.goes_on(objections, objective, path)
    return objections


def _target(standing: Standing, objective_id: UUID | None, key_result_id: UUID | None) -> None:
    if objective_id is not None:
        need(standing.to_objective, "to_objective_id")
    if key_result_id is not None:
        need(standing.to_key_result, "to_key_result_id")


def _place(said: AlignObjective) -> str:
    return "to_objective_id" if said.to_key_result_id is None else "to_key_result_id"


def _countable(
    objections: Objections, standing: Standing, objective: ObjectiveNow, roll_up: RollUp
) -> None:
    """What fewer see cannot count for what more see; a sum needs something to add to."""
    key_result = standing.to_key_result
    objections.when(
        objective.private and roll_up is not RollUp.NONE,
        Invalid("A private objective cannot count for another: the roll-up is NONE.", "roll_up"),
    )
    unsummed = key_result is not None and not adds_up(key_result.metric)
    objections.when(
        roll_up is RollUp.SUM and unsummed,
        Invalid(
            "Only a key result that increases or decreases as a whole can be added to.", "roll_up"
        ),
    )


def _supported(standing: Standing) -> ObjectiveNow | None:
    """The objective that is supported, directly or through its key result."""
    key_result = standing.to_key_result
    return key_result.objective if key_result else standing.to_objective


def _guards(standing: Standing, objective: ObjectiveNow) -> list[Guard]:
    key_result, supported = standing.to_key_result, _supported(standing)
    target = key_result.grounds if key_result else supported.grounds if supported else []
    return [Guard(stream=standing.alignments), *objective.grounds, *target]
