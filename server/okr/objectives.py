"""Rules about objectives: drafting, activating, editing, closing, withdrawing."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import (
    agreements,
    attestations,
    authority,
    checks,
    events,
    mentored,
    owners,
    participants,
    priorities,
    terms,
)
from server.okr.filing import filed
from server.okr.ideas import taken_up
from server.okr.limits import limited, owner_limit
from server.okr.now import CycleNow, Guard, ObjectiveNow
from server.okr.per_person import still_a_teams
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    NotAllowed,
    Objections,
    ReasonIsMissing,
    WrongState,
)
from server.okr.sentences import titled
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import (
    ABSENT,
    Absent,
    Ambition,
    CycleState,
    ObjectiveState,
    ObjectiveType,
    Origin,
    Text,
    Visibility,
)

LAST_RANK = 999
NOT_YOURS = (
    "Only its owner, its accountable person, managers of the owning team and administrators may."
)


@dataclass(kw_only=True)
class CreateObjective(terms.Objective):
    """Draft an objective for a team or for a person."""

    cycle_id: Annotated[UUID, "The cycle it is for."]
    owner_team_id: Annotated[UUID | None, "The team that owns it; this or a person."] = None
    owner_person_id: Annotated[UUID | None, "The person who owns it; this or a team."] = None
    accountable_person_id: Annotated[UUID | None, "The one person who answers for it."] = None
    follow_up_id: Annotated[
        UUID | None, "The idea, or what else was left for later, that it is drafted from."
    ] = None
    mentorship_id: Annotated[
        UUID | None, "The mentorship it is for: it is PRIVATE then, and seen by the mentor too."
    ] = None


@dataclass(kw_only=True)
class ActivateObjective:
    """Agree on an objective, so that work on it may begin."""

    objective_id: Annotated[UUID, "Which objective."]


@dataclass(kw_only=True)
@terms.changing(terms.Wording)
@terms.changing(terms.Filing)
class EditObjective:
    """Change an objective's words, owner, ambition or visibility."""

    objective_id: Annotated[UUID, "Which objective."]
    title: Annotated[Text | Absent, "The new sentence."] = ABSENT
    description: Annotated[
        Text | None | Absent, "What stands behind it from here on; null for nothing."
    ] = ABSENT
    ambition: Annotated[Ambition | Absent, "How it is meant from here on."] = ABSENT
    objective_type: Annotated[ObjectiveType | Absent, "What it is about from here on."] = ABSENT
    visibility: Annotated[Visibility | Absent, "Who may see it from here on."] = ABSENT
    owner_team_id: Annotated[UUID | None | Absent, "The team that owns it from here on."] = ABSENT
    owner_person_id: Annotated[UUID | None | Absent, "The person who owns it from here on."] = (
        ABSENT
    )
    accountable_person_id: Annotated[
        UUID | None | Absent, "Who answers for it; null for nobody."
    ] = ABSENT
    due_on: Annotated[
        date | None | Absent, "Day by which it is to be reached; null for the end of its cycle."
    ] = ABSENT
    priority_rank: Annotated[
        int | None | Absent, "Its place among the priorities; null for none."
    ] = ABSENT
    strategy: Annotated[
        Text | None | Absent, "What it follows from in the strategy; null for nothing."
    ] = ABSENT
    reason: Annotated[Text | None, "Why; asked for once the cycle has started."] = None
    category: Annotated[terms.RevisionCategory | None, "What kind of reason."] = None


@dataclass(kw_only=True)
class CloseObjective:
    """Finish an objective before its cycle ends."""

    objective_id: Annotated[UUID, "Which objective."]


@dataclass(kw_only=True)
class WithdrawObjective:
    """Give an objective up."""

    objective_id: Annotated[UUID, "Which objective."]
    reason: Annotated[Text, "Why it is given up."]


def create_objective(standing: Standing, said: CreateObjective) -> Decision:
    """Members create for themselves and their teams, managers for what they lead."""
    if said.mentorship_id is not None:
        need(standing.mentorship, "mentorship_id")
    objections = Objections()
    resolved, awaited = taken_up(objections, standing, said.follow_up_id)
    cycle = need(standing.cycle, "cycle_id")
    stated(standing, said, owners.NAMING)
    owner = (standing.actor, standing.owner_team, standing.owner_person)
    objections.when(
        (said.owner_team_id or said.owner_person_id) and not authority.creates(*owner),
        NotAllowed("You may not create objectives for this owner."),
    )
    title = titled(objections, said)
    checks.unversioned(objections, standing)
    objections.when(cycle.state is CycleState.CLOSED, CycleIsClosed(None, "cycle_id"))
    _placed(objections, cycle, said)
    level = priorities.level_of(standing)
    priorities.company_first(objections, cycle, level, "cycle_id")
    owners.one_owner(objections, said.owner_team_id, said.owner_person_id)
    filed(objections, said, said.owner_person_id)
    owners.answerable(objections, standing)
    growing, grounds = mentored.growing(
        objections, standing, said.mentorship_id, said.owner_person_id, said.objective_type
    )
    objections.settle()
    fact = events.ObjectiveCreated(
        objective_id=standing.new_id(),
        **(terms.changes(terms.Objective, said) | title | growing),
        cycle_id=cycle.id,
        owner_team_id=said.owner_team_id,
        owner_person_id=said.owner_person_id,
        accountable_person_id=said.accountable_person_id,
        origin=Origin.TOP_DOWN if authority.above(*owner) else Origin.BOTTOM_UP,
        follow_up_id=said.follow_up_id,
    )
    agreed = priorities.guards(standing, cycle, level)
    guards = [Guard(stream=cycle.id), *owners.remains(standing), *agreed, *awaited, *grounds]
    return Decision(facts=[fact, *resolved], guards=guards)


def activate_objective(standing: Standing, said: ActivateObjective) -> Decision:
    """A draft is agreed before or after its cycle starts, by as many as the policy asks for."""
    objective, objections = _owned(standing, ObjectiveState.DRAFT)
    cycle, level = objective.cycle, objective.level
    priorities.company_first(objections, cycle, level, "objective_id")
    priorities.company_limit(objections, cycle, level, "objective_id")
    owner_limit(objections, objective)
    if objective.state is ObjectiveState.DRAFT:
        agreements.agreed(objections, objective)
        attestations.tested(objections, objective)
    objections.settle()
    fact = events.ObjectiveActivated(objective_id=objective.id)
    agreed = [*agreements.rests_on(standing, objective), *limited(standing, objective)]
    tests = attestations.tests_of(objective)
    return _moved(objective, fact, *agreed, *tests, *priorities.guards(standing, cycle, level))


def edit_objective(standing: Standing, said: EditObjective) -> Decision:
    """After the cycle started an edit is a revision and gives its reason."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    stated(standing, said, owners.NAMING)
    objections = _in_state(objective, ObjectiveState.DRAFT, ObjectiveState.ACTIVE)
    objections.when(not authority.composes(standing.actor, objective), NotAllowed(NOT_YOURS))
    title = titled(objections, said)
    _placed(objections, objective.cycle, said)
    running = objective.cycle.state is not CycleState.PLANNING
    objections.when(
        running and said.reason is None,
        ReasonIsMissing("The cycle has started: a change needs a reason.", "reason"),
    )
    if said.reason is not None:
        checks.reasoned(objections, said.reason)
    owner_team_id, owner_person_id = owners.owner_after(
        objective, said.owner_team_id, said.owner_person_id
    )
    moved = (owner_team_id, owner_person_id) != (objective.owner_team_id, objective.owner_person_id)
    owners.one_owner(objections, owner_team_id, owner_person_id)
    filed(objections, said, owner_person_id, objective.intent)
    still_a_teams(objections, owner_team_id, personal=objective.personal)
    objections.when(
        moved and not authority.creates(standing.actor, standing.owner_team, standing.owner_person),
        NotAllowed(
            "You may not hand objectives to this owner.",
            "owner_team_id" if owner_team_id else "owner_person_id",
        ),
    )
    owners.answerable(objections, standing)
    participants.still_shared(objections, objective, owner_team_id, said.accountable_person_id)
    _as_visible(objections, objective, said.visibility)
    mentored.stays(objections, objective, vars(said))
    for name in ("ambition", "visibility", "objective_type"):
        objections.when(getattr(said, name) is None, Invalid("This cannot be empty.", name))
    objections.settle()
    fact = events.ObjectiveEdited(
        objective_id=objective.id,
        changes=terms.changes(terms.Objective, said) | title,
        owner_team_id=owner_team_id if moved else ABSENT,
        owner_person_id=owner_person_id if moved else ABSENT,
        accountable_person_id=said.accountable_person_id,
        reason=said.reason,
        category=said.category,
    )
    return _moved(objective, fact, Guard(stream=standing.alignments), *owners.remains(standing))


def close_objective(standing: Standing, said: CloseObjective) -> Decision:
    """Only what was agreed can be finished."""
    objective, objections = _owned(standing, ObjectiveState.ACTIVE)
    objections.settle()
    return _moved(objective, events.ObjectiveClosed(objective_id=objective.id))


def withdraw_objective(standing: Standing, said: WithdrawObjective) -> Decision:
    """What is given up stays in the history, with the reason."""
    objective, objections = _owned(standing, ObjectiveState.DRAFT, ObjectiveState.ACTIVE)
    checks.reasoned(objections, said.reason)
    objections.settle()
    return _moved(
        objective, events.ObjectiveWithdrawn(objective_id=objective.id, reason=said.reason)
    )


def _owned(standing: Standing, *states: ObjectiveState) -> tuple[ObjectiveNow, Objections]:
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = _in_state(objective, *states)
    objections.when(not authority.owns(standing.actor, objective), NotAllowed(NOT_YOURS))
    return objective, objections


def _in_state(objective: ObjectiveNow, *states: ObjectiveState) -> Objections:
    objections = Objections()
    checks.goes_on(objections, objective, "objective_id", states=states)
    return objections


def _moved(objective: ObjectiveNow, fact: events.Fact, *guards: Guard) -> Decision:
    return Decision(facts=[fact], guards=[*objective.grounds, *guards])


def _placed(objections: Objections, cycle: CycleNow, said: CreateObjective | EditObjective) -> None:
    """A day of its own lies within the cycle, and ranks begin with 1."""
    due_on, rank = said.due_on, said.priority_rank
    outside = isinstance(due_on, date) and not cycle.starts_on <= due_on <= cycle.ends_on
    objections.when(
        outside,
        Invalid(f"This lies within the cycle: {cycle.starts_on} to {cycle.ends_on}.", "due_on"),
    )
    objections.when(
        isinstance(rank, int) and not 1 <= rank <= LAST_RANK,
        Invalid(f"A rank is a number from 1 to {LAST_RANK}.", "priority_rank"),
    )


def _as_visible(
    objections: Objections, objective: ObjectiveNow, visibility: Visibility | Absent
) -> None:
    narrowed = visibility is Visibility.PRIVATE and not objective.private
    objections.when(
        narrowed and objective.rolls_up,
        WrongState(
            "What fewer people see cannot count for what more people see: "
            "set the roll-up to NONE first.",
            "visibility",
        ),
    )
