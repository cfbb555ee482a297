"""Rules about who takes part in an objective: co-authors, teams that share it, stakeholders."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import (
    AlreadyExists,
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
    Refused,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Absent, ParticipantRole

PARTICIPANTS_OF_AN_OBJECTIVE = 100
NEEDS_ONE = "A shared objective is a team's, and one person answers for it."


@dataclass(kw_only=True)
class AddParticipant(terms.Participant):
    """Let a person or a team take part in an objective."""

    objective_id: Annotated[UUID, "Which objective."]
    person_id: Annotated[UUID | None, "Who takes part; this or a team."] = None
    team_id: Annotated[UUID | None, "Which team takes part; this or a person."] = None


@dataclass(kw_only=True)
class RemoveParticipant:
    """Let somebody take part no more."""

    participant_id: Annotated[UUID, "Who, by the id of their part."]


def add_participant(standing: Standing, said: AddParticipant) -> Decision:
    """Whoever works on the objective says who takes part; sharing needs one who answers for it."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    remains = _named(standing, said)
    objections = _going_on(objective, "objective_id")
    objections.when(not authority.composes(standing.actor, objective), NotAllowed(None))
    _fits(objections, objective, said)
    if said.person_id is not None and standing.person:
        checks.present(objections, standing.person, "person_id")
    objections.when(
        len(objective.participants) >= PARTICIPANTS_OF_AN_OBJECTIVE,
        LimitReached(f"At most {PARTICIPANTS_OF_AN_OBJECTIVE} take part.", "objective_id"),
    )
    objections.settle()
    fact = events.ParticipantAdded(
        participant_id=standing.new_id(),
        objective_id=objective.id,
        role=said.role,
        person_id=said.person_id,
        team_id=said.team_id,
    )
    return Decision(facts=[fact], guards=[*objective.grounds, *remains])


def remove_participant(standing: Standing, said: RemoveParticipant) -> Decision:
    """Whoever could let somebody take part ends it; so do the person and whoever leads the team."""
    participant = need(standing.participant, "participant_id")
    objective = need(standing.objective, "participant_id")
    standing.expect(objective.version)
    objections = _going_on(objective, "participant_id")
    leads = participant.team_id and authority.leads(standing.actor, participant.team_id)
    own = participant.person_id == standing.actor.id or leads
    objections.when(not own and not authority.composes(standing.actor, objective), NotAllowed(None))
    objections.settle()
    fact = events.ParticipantRemoved(participant_id=said.participant_id, objective_id=objective.id)
    return Decision(facts=[fact], guards=objective.grounds)


def still_shared(
    objections: Objections,
    objective: ObjectiveNow,
    owner_team_id: UUID | None,
    accountable: UUID | None | Absent,
) -> None:
    """While teams share an objective it stays a team's, and somebody's to answer for."""
    if not objective.sharing:
        return
    objections.when(owner_team_id is None, WrongState(NEEDS_ONE, "owner_person_id"))
    objections.when(accountable is None, WrongState(NEEDS_ONE, "accountable_person_id"))
    objections.when(
        owner_team_id in objective.sharing,
        WrongState("This team shares the objective: end that first.", "owner_team_id"),
    )


def _named(standing: Standing, said: AddParticipant) -> list[Guard]:
    """What the one who is named rests on: exactly one is."""
    remains = []
    if said.person_id is not None:
        remains = [need(standing.person, "person_id").remains]
    if said.team_id is not None:
        need(standing.team, "team_id")
    if (said.person_id is None) == (said.team_id is None):
        raise Refused([Invalid("A person or a team takes part.", "person_id")])
    return remains


def _fits(objections: Objections, objective: ObjectiveNow, said: AddParticipant) -> None:
    objections.when(
        said.role is ParticipantRole.CO_AUTHOR and said.person_id is None,
        Invalid("People write, teams do not.", "team_id"),
    )
    place = "person_id" if said.person_id else "team_id"
    there = any(
        (each.role, each.person_id, each.team_id) == (said.role, said.person_id, said.team_id)
        for each in objective.participants
    )
    objections.when(there, AlreadyExists("They take part in this role already.", place))
    if said.role is ParticipantRole.SHARES:
        objections.when(
            said.team_id is None, Invalid("Teams share an objective, people do not.", "person_id")
        )
        own = said.team_id is not None and said.team_id == objective.owner_team_id
        objections.when(own, AlreadyExists("The team owns the objective.", "team_id"))
        alone = objective.owner_team_id is None or objective.accountable_person_id is None
        objections.when(alone, WrongState(NEEDS_ONE, "objective_id"))


def _going_on(objective: ObjectiveNow, path: str) -> Objections:
    objections = Objections()
    checks.goes_on(objections, objective, path)
    return objections
