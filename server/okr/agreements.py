"""Rules about agreeing with an objective: who signs it off, and how many have to."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Stance

WHO_SIGNS = (
    "Only members of the teams whose objective it is, its owner, its co-authors and its mentor "
    "sign it."
)


@dataclass(kw_only=True)
class SignOffObjective(terms.SignOff):
    """Say whether one agrees with an objective; the latest word of a person counts."""

    objective_id: Annotated[UUID, "Which objective."]


def sign_off_objective(standing: Standing, said: SignOffObjective) -> Decision:
    """Everybody whose objective it is speaks for themselves; who disagrees or worries says why."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = Objections()
    checks.goes_on(objections, objective, "objective_id")
    objections.when(not authority.signs(standing.actor, objective), NotAllowed(WHO_SIGNS))
    if said.stance is Stance.AGREE and said.comment is not None:
        checks.named(objections, said.comment, "comment")
    if said.stance is not Stance.AGREE:
        checks.reasoned(objections, said.comment, "comment")
    objections.settle()
    fact = events.ObjectiveSignedOff(
        sign_off_id=standing.new_id(),
        objective_id=objective.id,
        stance=said.stance,
        comment=said.comment,
    )
    return Decision(facts=[fact], guards=objective.grounds)


def agreed(objections: Objections, objective: ObjectiveNow) -> None:
    """A team's objective is begun when as many agree as the policy asks for."""
    so_far, missing = objective.agreement, _missing(objective)
    who = "One more person has" if missing == 1 else f"{missing} more people have"
    message = f"{who} to agree first: {so_far.agreed} of {so_far.asked} do."
    objections.when(missing > 0, WrongState(message, "objective_id"))


def rests_on(standing: Standing, objective: ObjectiveNow) -> list[Guard]:
    """What an agreement rests on beside the objective: the policy, and who is asked."""
    policy = Guard(stream=standing.organization_id, kinds=(events.PolicyChanged,))
    if _quorum_of(objective) is None:
        return [policy]
    moved = (events.TeamMemberAdded, events.TeamMemberRemoved)
    teams = [Guard(stream=team, kinds=moved) for team in objective.teams]
    return [policy, *teams, Guard(kinds=(events.PersonDeactivated,))]


def _quorum_of(objective: ObjectiveNow) -> Decimal | None:
    """A person's own objective needs nobody's consent but that of their mentor."""
    if objective.mentor_id is not None:
        return Decimal(1)
    return objective.cycle.policy.sign_off_quorum if objective.owner_team_id else None


def _missing(objective: ObjectiveNow) -> int:
    needed = (_quorum_of(objective) or 0) * objective.agreement.asked
    return int(Decimal(needed).to_integral_value(ROUND_CEILING)) - objective.agreement.agreed
