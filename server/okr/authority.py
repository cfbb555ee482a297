"""Who may do what: read from the roles that people have in teams, objectives and key results."""

from collections.abc import Sequence
from uuid import UUID

from server.okr import events, hands
from server.okr.hands import Hand, Hands
from server.okr.kpis_now import KpiNow
from server.okr.now import (
    ActorNow,
    Guard,
    KeyResultNow,
    ObjectiveNow,
    PersonNow,
    TeamNow,
)
from server.okr.said_now import RequestNow
from server.okr.terms import Permission, RequestKind, TeamRole


def administers(actor: ActorNow) -> bool:
    """Look after the whole organization."""
    return _any(hands.ADMINISTERS, hands.permitted(actor.permissions))


def plans(somebody: ActorNow | PersonNow) -> bool:
    """Open, start, review and close cycles."""
    return _any(hands.PLANS, hands.permitted(somebody.permissions))


def reviews(actor: ActorNow) -> bool:
    """Record what people said about a whole cycle: who plans it, and whoever manages a team."""
    return _any(hands.REVIEWS, hands.in_organization(actor))


def only_reads(actor: ActorNow) -> bool:
    """Be a program that may do nothing but read."""
    return actor.is_program and set(actor.permissions) <= {Permission.READ}


def redacts(actor: ActorNow) -> bool:
    """Take words out of the history."""
    return _any(hands.REDACTS, hands.permitted(actor.permissions))


def takes_away(permissions: Sequence[Permission]) -> bool:
    """Export the log."""
    return _any(hands.TAKES_AWAY, hands.permitted(permissions))


def leads(actor: ActorNow, team_id: UUID | None) -> bool:
    """Manage the team or one above it, or administer."""
    return _any(hands.LEADS, hands.in_team(actor, team_id))


def above(actor: ActorNow, team: TeamNow | None, person: PersonNow | None) -> bool:
    """Manage a team above the owner, or administer from outside the owning team."""
    if team is not None:
        outside = team.id not in actor.member_of
        return not set(team.above[1:]).isdisjoint(actor.manages) or (administers(actor) and outside)
    if person is None or person.id == actor.id:
        return False
    return administers(actor) or not set(person.member_of).isdisjoint(actor.manages)


def creates(actor: ActorNow, team: TeamNow | None, person: PersonNow | None) -> bool:
    """Draft objectives for oneself and one's teams, and for what one leads."""
    member = team is not None and team.id in actor.member_of
    allowed = member and team is not None and team.creating is TeamRole.MEMBER
    own = allowed or (person is not None and person.id == actor.id)
    contributes = own and Permission.CONTRIBUTE in actor.permissions
    return contributes or above(actor, team, person) or leads(actor, team.id if team else None)


def owns(actor: ActorNow, objective: ObjectiveNow) -> bool:
    """Answer for the objective: its owner, its accountable person, managers of the owning team."""
    return _any(hands.OWNS, hands.in_objective(actor, objective))


def drafts(actor: ActorNow, objective: ObjectiveNow) -> bool:
    """Work on the wording and the key results: whoever owns it, its author and co-authors."""
    return _any(hands.DRAFTS, hands.in_objective(actor, objective))


def composes(actor: ActorNow, objective: ObjectiveNow) -> bool:
    """Say what it is: whoever owns it, and who writes it as long as it is a draft."""
    return _any(hands.COMPOSES, hands.in_objective(actor, objective))


def signs(actor: ActorNow, objective: ObjectiveNow) -> bool:
    """Say whether one agrees: whose objective it is, and who writes it."""
    return _any(hands.SIGNS, hands.in_objective(actor, objective))


def steers(actor: ActorNow, key_result: KeyResultNow) -> bool:
    """Say who has which part of a key result: its owner, and whoever works on the objective."""
    return _any(hands.STEERS, hands.in_key_result(actor, key_result))


def answers(
    actor: ActorNow,
    request: RequestNow,
    objective: ObjectiveNow,
    key_result: KeyResultNow | None,
) -> bool:
    """Accept or decline what is asked for: whoever it is asked of, and whoever owns it.

    What somebody proposes is for another one to approve.
    """
    if request.kind is RequestKind.REVISION:
        consents = _any(hands.CONSENTS, hands.in_objective(actor, objective))
        return consents and actor.id != request.asked_by_id
    if request.kind is RequestKind.KEY_RESULT:
        return drafts(actor, objective) and actor.id != request.asked_by_id
    mine = steers(actor, key_result) if key_result else owns(actor, objective)
    return mine or actor.id == request.of_person_id


def reports_whole(actor: ActorNow, key_result: KeyResultNow) -> bool:
    """Report the value of a whole key result (DESIGN.md, "Who may report a value")."""
    return _any(hands.REPORTS_WHOLE, hands.in_key_result(actor, key_result))


def works_on(actor: ActorNow, key_result: KeyResultNow) -> bool:
    """Have a hand in a key result: its owner, its contributors, the members of its teams."""
    return _any(hands.WORKS_ON, hands.in_key_result(actor, key_result))


def joins(actor: ActorNow, key_result: KeyResultNow) -> bool:
    """Take on a part by oneself: whoever works on it, where members of its team may."""
    anybody = key_result.objective.contributing is TeamRole.MEMBER
    return anybody and works_on(actor, key_result)


def works_for(actor: ActorNow, objective: ObjectiveNow) -> bool:
    """Have a hand in an objective: whoever drafts it, and the members of the owning team."""
    return _any(hands.WORKS_FOR, hands.in_objective(actor, objective))


def attests(actor: ActorNow, objective: ObjectiveNow, key_result: KeyResultNow | None) -> bool:
    """Say what holds of something: whoever works on it, and whoever takes part in it."""
    if key_result is not None:
        return _any(hands.ATTESTS, hands.in_key_result(actor, key_result))
    return _any(hands.ATTESTS, hands.in_objective(actor, objective))


def controls(actor: ActorNow, objective: ObjectiveNow) -> bool:
    """Say what is within one's control: the person whose it is, or who answers for it."""
    return _any(hands.CONTROLS, hands.in_objective(actor, objective))


def belongs(actor: ActorNow, team_id: UUID | None) -> bool:
    """Work in the team, or lead it."""
    return _any(hands.BELONGS, hands.in_team(actor, team_id))


def nobody_yet(id_: UUID) -> ActorNow:
    """Be about to come in."""
    return ActorNow(id=id_, permissions=[], member_of=[], manages=[], arrives=True)


def introduces(actor: ActorNow, team_id: UUID | None) -> bool:
    """Say what is measured all the time: of a team who leads it, else who plans cycles."""
    return plans(actor) or leads(actor, team_id)


def keeps(actor: ActorNow, kpi: KpiNow) -> bool:
    """Say in which bounds something is healthy: its owner, and who leads its team."""
    return _any(hands.KEEPS, hands.in_kpi(actor, kpi))


def measures(actor: ActorNow, kpi: KpiNow) -> bool:
    """Say what was measured: its owner, and the members of its team."""
    return _any(hands.MEASURES, hands.in_kpi(actor, kpi))


def guards(actor: ActorNow) -> list[Guard]:
    """What would take the actor's authority away between reading and writing."""
    lost = (events.PersonDeactivated, events.PermissionRevoked)
    left = (events.TeamMemberAdded, events.TeamMemberRemoved, events.TeamEdited)
    teams = {*actor.member_of, *actor.manages}
    return [Guard(stream=actor.id, kinds=lost), *(Guard(stream=team, kinds=left) for team in teams)]


def _any(needed: Hands, held: set[Hand]) -> bool:
    return not needed.isdisjoint(held)
