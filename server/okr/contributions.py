"""Rules about contributors: who takes on which part of a key result."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events
from server.okr.metrics import adds_up
from server.okr.now import Guard, KeyResultNow, PersonNow
from server.okr.refusals import (
    AlreadyExists,
    CycleIsClosed,
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, KeyResultState

CONTRIBUTORS_OF_A_KEY_RESULT = 100


@dataclass(kw_only=True)
class AssignContributor:
    """Give a person a part of a key result; or take one on oneself."""

    key_result_id: Annotated[UUID, "Which key result."]
    person_id: Annotated[UUID, "Who contributes."]
    target: Annotated[Decimal, "How much they mean to add: a positive amount towards the target."]


@dataclass(kw_only=True)
class ChangeContribution:
    """Change a contributor's target."""

    contribution_id: Annotated[UUID, "Which part."]
    target: Annotated[Decimal, "How much they mean to add from here on."]


@dataclass(kw_only=True)
class RemoveContributor:
    """End a contributor's part; what they reached stays in the key result."""

    contribution_id: Annotated[UUID, "Which part."]


def assign_contributor(standing: Standing, said: AssignContributor) -> Decision:
    """Whoever owns the objective assigns; members of the owning team may join by themselves."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    person = need(standing.person, "person_id")
    objections = adding(key_result, "key_result_id")
    joins = person.id == standing.actor.id and authority.joins(standing.actor, key_result)
    steers = authority.steers(standing.actor, key_result)
    objections.when(not steers and not joins, NotAllowed(None))
    takes_on(objections, key_result, person, "person_id")
    full(objections, key_result, "key_result_id")
    positive(objections, said.target)
    objections.settle()
    fact = events.ContributorAssigned(
        contribution_id=standing.new_id(),
        key_result_id=key_result.id,
        person_id=person.id,
        target=said.target,
        assigned=person.id != standing.actor.id,
    )
    # Whoever joins from a team that shares the objective is not guarded by the owning one.
    team = key_result.objective.owner_team_id
    may_join = [Guard(stream=team, kinds=(events.TeamEdited,))] if joins and team else []
    return _decision(key_result, fact, person.remains, *may_join)


def change_contribution(standing: Standing, said: ChangeContribution) -> Decision:
    """Contributors change their own target; whoever owns the objective changes any."""
    key_result, objections = _own_part(standing)
    positive(objections, said.target)
    objections.settle()
    fact = events.ContributionChanged(
        contribution_id=said.contribution_id, key_result_id=key_result.id, target=said.target
    )
    return _decision(key_result, fact)


def remove_contributor(standing: Standing, said: RemoveContributor) -> Decision:
    """Contributors leave by themselves or are released."""
    key_result, objections = _own_part(standing)
    objections.settle()
    fact = events.ContributorRemoved(
        contribution_id=said.contribution_id, key_result_id=key_result.id
    )
    return _decision(key_result, fact)


def _own_part(standing: Standing) -> tuple[KeyResultNow, Objections]:
    contribution = need(standing.contribution, "contribution_id")
    key_result = need(standing.key_result, "contribution_id")
    standing.expect(key_result.version)
    objections = adding(key_result, "contribution_id")
    own = contribution.person_id == standing.actor.id
    objections.when(not own and not authority.steers(standing.actor, key_result), NotAllowed(None))
    return key_result, objections


def takes_on(
    objections: Objections, key_result: KeyResultNow, person: PersonNow, path: str
) -> None:
    """Somebody who is there takes on a part, and one alone."""
    checks.present(objections, person, path)
    has_one = key_result.contribution_of(person.id)
    objections.when(has_one, AlreadyExists("They have a part already.", path))


def full(objections: Objections, key_result: KeyResultNow, path: str) -> None:
    """There is an end to how many can share a key result."""
    message = f"A key result has at most {CONTRIBUTORS_OF_A_KEY_RESULT} contributors."
    taken = len(key_result.contributions) >= CONTRIBUTORS_OF_A_KEY_RESULT
    objections.when(taken, LimitReached(message, path))


def adding(key_result: KeyResultNow, path: str) -> Objections:
    """Parts exist where something adds up, while it is going on."""
    objections = Objections()
    closed = key_result.objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, path))
    objections.when(
        not closed and key_result.state is not KeyResultState.ACTIVE,
        WrongState(f"The key result is {key_result.state}.", path),
    )
    objections.when(
        key_result.metric.per_person is not None,
        WrongState("Each person reports for themselves: there are no parts to take on.", path),
    )
    objections.when(
        key_result.metric.per_person is None and not adds_up(key_result.metric),
        WrongState(
            "Nothing can be added to a key result of kind "
            f"{key_result.metric.kind}, read as {key_result.metric.reading}.",
            path,
        ),
    )
    return objections


def positive(objections: Objections, target: Decimal) -> None:
    """What somebody means to add leads towards the target."""
    objections.when(
        target <= 0, Invalid("A contribution is a positive amount towards the target.", "target")
    )


def _decision(key_result: KeyResultNow, fact: events.Fact, *guards: Guard) -> Decision:
    return Decision(facts=[fact], guards=[*key_result.grounds, *guards])
