"""Rules about teams and who belongs to them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.authority import administers, leads
from server.okr.levels import levelled
from server.okr.limits import own_limit
from server.okr.now import Guard, PersonNow, TeamNow
from server.okr.participation import between_days, taking_part
from server.okr.refusals import (
    AlreadyExists,
    Invalid,
    LimitReached,
    NotAllowed,
    NotFound,
    Objections,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import (
    ABSENT,
    Absent,
    TeamKind,
    Text,
)

CHILDREN_OF_A_TEAM = 200
TEAMS_OF_A_PERSON = 100

# What counts towards a limit stands in streams that a decision cannot name beforehand.
PLACED = Guard(kinds=(events.TeamAdded, events.TeamEdited))
JOINED = Guard(kinds=(events.TeamMemberAdded,))


@dataclass(kw_only=True)
class AddTeam(terms.Team):
    """Add a company, a department or a team."""

    parent_id: Annotated[UUID | None, "The team above it."] = None


@dataclass(kw_only=True)
class EditTeam:
    """Change a team's name, kind or place, its rhythm, and who does what in it."""

    team_id: Annotated[UUID, "Which team."]
    name: Annotated[Text | Absent, "The new name."] = ABSENT
    kind: Annotated[TeamKind | Absent, "The new kind; its objectives change level with it."] = (
        ABSENT
    )
    check_in_every: Annotated[
        terms.Rhythm | None | Absent, "How often it reports from here on; null as the policy says."
    ] = ABSENT
    creating: Annotated[
        terms.TeamRole | Absent, "The least role that creates objectives for it from here on."
    ] = ABSENT
    contributing: Annotated[
        terms.TeamRole | Absent, "The least role that joins its key results from here on."
    ] = ABSENT
    max_active_objectives: Annotated[
        int | None | Absent, "How many active objectives it has at most; null as the policy says."
    ] = ABSENT
    limit_reason: Annotated[Text | None | Absent, "Why it has a limit of its own."] = ABSENT
    level_name: Annotated[
        Text | None | Absent, "Its level as the organization calls it from here on; null for none."
    ] = ABSENT
    participation: Annotated[
        terms.Participation | None | Absent, "How it works with objectives; null as the team above."
    ] = ABSENT
    participates_from: Annotated[date | None | Absent, "From which day on that is so."] = ABSENT
    participates_until: Annotated[date | None | Absent, "Until which day."] = ABSENT
    participation_reason: Annotated[Text | None | Absent, "Why it takes part in this way."] = ABSENT
    wave: Annotated[
        int | None | Absent, "In which wave of the rollout it begins; null as the team above."
    ] = ABSENT
    working_agreement: Annotated[
        Text | None | Absent, "How it works together, and settles disputes, from here on."
    ] = ABSENT
    parent_id: Annotated[UUID | None | Absent, "The team above it from here on; null for none."] = (
        ABSENT
    )


@dataclass(kw_only=True)
class AddTeamMember:
    """Take a person into a team, or give them another role in it."""

    team_id: Annotated[UUID, "Which team."]
    person_id: Annotated[UUID, "Who joins."]
    role: Annotated[terms.TeamRole, "What they are in it."] = terms.TeamRole.MEMBER


@dataclass(kw_only=True)
class RemoveTeamMember:
    """Let a person leave a team."""

    team_id: Annotated[UUID, "Which team."]
    person_id: Annotated[UUID, "Who leaves."]


def add_team(standing: Standing, said: AddTeam) -> Decision:
    """Whoever leads the team above may add one below it; the topmost is an administrator's."""
    parent = None if said.parent_id is None else need(standing.parent_team, "parent_id")
    objections = Objections()
    allowed = leads(standing.actor, parent.id) if parent else administers(standing.actor)
    objections.when(not allowed, NotAllowed("Only administrators and managers above may do this."))
    checks.named(objections, said.name, "name")
    own_limit(objections, said.max_active_objectives, said.limit_reason)
    agreed = levelled(objections, standing, said.level_name)
    taking_part(objections, said.participation, said.participation_reason, said.wave)
    between_days(objections, said.participates_from, said.participates_until)
    checks.unversioned(objections, standing)
    if parent is not None:
        _room(objections, parent)
    objections.settle()
    fact = events.TeamAdded(
        team_id=standing.new_id(), parent_id=said.parent_id, **terms.changes(terms.Team, said)
    )
    return Decision(facts=[fact], guards=[PLACED, *agreed] if parent else agreed)


def edit_team(standing: Standing, said: EditTeam) -> Decision:
    """A team never stands below itself."""
    team, objections = _led(standing)
    checks.named(objections, said.name, "name")
    own_limit(objections, said.max_active_objectives, said.limit_reason)
    agreed = levelled(objections, standing, said.level_name)
    days = (
        (said.participates_from, team.participates_from),
        (said.participates_until, team.participates_until),
    )
    taking_part(objections, said.participation, said.participation_reason, said.wave)
    between_days(objections, *(now if new is ABSENT else new for new, now in days))
    for name in ("kind", "creating", "contributing"):
        objections.when(getattr(said, name) is None, Invalid("This cannot be empty.", name))
    if said.parent_id is not ABSENT and said.parent_id is not None:
        parent = need(standing.parent_team, "parent_id")
        objections.when(
            team.id in parent.above, Invalid("A team cannot stand below itself.", "parent_id")
        )
        objections.when(
            not leads(standing.actor, parent.id),
            NotAllowed("You do not lead that team.", "parent_id"),
        )
        if parent.id not in team.above[1:2]:
            _room(objections, parent)
    objections.settle()
    changes = terms.changes(terms.Team, said)
    fact = events.TeamEdited(team_id=team.id, changes=changes, parent_id=said.parent_id)
    above = standing.parent_team.above if standing.parent_team else []
    stay = [Guard(stream=each, kinds=(events.TeamEdited,)) for each in {team.id, *above}]
    return Decision(facts=[fact], guards=[*stay, *agreed, *([PLACED] if above else [])])


def add_team_member(standing: Standing, said: AddTeamMember) -> Decision:
    """A person is in a team once, in one role."""
    team, objections = _led(standing)
    person = need(standing.person, "person_id")
    checks.present(objections, person, "person_id")
    as_is = any(each.person_id == person.id and each.role == said.role for each in team.members)
    objections.when(as_is, AlreadyExists("The person is in the team in this role.", "person_id"))
    objections.when(
        team.id not in person.member_of and len(person.member_of) >= TEAMS_OF_A_PERSON,
        LimitReached(f"A person is in at most {TEAMS_OF_A_PERSON} teams.", "person_id"),
    )
    objections.settle()
    fact = events.TeamMemberAdded(team_id=team.id, person_id=person.id, role=said.role)
    return Decision(facts=[fact], guards=[*_membership(team, person), JOINED])


def remove_team_member(standing: Standing, said: RemoveTeamMember) -> Decision:
    """Only who is in a team can leave it."""
    team, objections = _led(standing)
    person = need(standing.person, "person_id")
    objections.when(
        all(each.person_id != person.id for each in team.members),
        NotFound("The person is not in the team.", "person_id"),
    )
    objections.settle()
    fact = events.TeamMemberRemoved(team_id=team.id, person_id=person.id)
    return Decision(facts=[fact], guards=_membership(team, person))


def _led(standing: Standing) -> tuple[TeamNow, Objections]:
    team = need(standing.team, "team_id")
    standing.expect(team.version)
    objections = Objections()
    objections.when(
        not leads(standing.actor, team.id),
        NotAllowed("Only administrators and managers of the team may do this."),
    )
    return team, objections


def _room(objections: Objections, parent: TeamNow) -> None:
    objections.when(
        parent.children >= CHILDREN_OF_A_TEAM,
        LimitReached(f"A team has at most {CHILDREN_OF_A_TEAM} teams below it.", "parent_id"),
    )


def _membership(team: TeamNow, person: PersonNow) -> list[Guard]:
    moves = (events.TeamMemberAdded, events.TeamMemberRemoved)
    return [Guard(stream=team.id, kinds=moves), person.remains]
