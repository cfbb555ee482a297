"""What can have happened to an organization, its people and its teams."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class OrganizationCreated(Fact, terms.Policy):
    """An organization began to keep its objectives here."""

    stream = "organization_id"
    organization_id: UUID
    name: Annotated[str, "What the organization is called."]
    time_zone: Annotated[str, "Where a day begins: Europe/Zurich."]
    clock: terms.Clock


@dataclass(kw_only=True)
class PolicyChanged(Fact):
    """The organization agreed on something else, for all its cycles or for one of them."""

    stream = "organization_id"
    changed = terms.Policy
    organization_id: UUID
    cycle_id: UUID | None
    changes: dict[str, Any]
    reason: Annotated[Text, "Why it changed."]


@dataclass(kw_only=True)
class PersonAdded(Fact, terms.Person):
    """A person joined the organization."""

    stream = "person_id"
    person_id: UUID
    email: Annotated[Text | None, "Where the person can be reached."] = None


@dataclass(kw_only=True)
class PersonRenamed(Fact):
    """A person's name or e-mail address changed."""

    stream = "person_id"
    person_id: UUID
    name: Annotated[Text | Absent, "What the person is called from here on."] = ABSENT
    email: Text | None | Absent = ABSENT


@dataclass(kw_only=True)
class PersonDeactivated(Fact):
    """A person left the organization; what they did stays."""

    stream = "person_id"
    person_id: UUID


@dataclass(kw_only=True)
class PermissionGranted(Fact):
    """A person may do more than before."""

    stream = "person_id"
    person_id: UUID
    permission: terms.Permission


@dataclass(kw_only=True)
class PermissionRevoked(Fact):
    """A person may do less than before."""

    stream = "person_id"
    person_id: UUID
    permission: terms.Permission


@dataclass(kw_only=True)
class TokenRevoked(Fact):
    """A token of a person is worth nothing from here on."""

    stream = "person_id"
    person_id: UUID
    token_id: Annotated[UUID, "Which token."]


@dataclass(kw_only=True)
class TeamAdded(Fact, terms.Team):
    """A team, department or company came into being."""

    stream = "team_id"
    team_id: UUID
    parent_id: UUID | None = None


@dataclass(kw_only=True)
class TeamEdited(Fact):
    """A team's name, kind or place changed."""

    stream = "team_id"
    changed = terms.Team
    team_id: UUID
    changes: dict[str, Any]
    parent_id: UUID | None | Absent = ABSENT


@dataclass(kw_only=True)
class TeamMemberAdded(Fact):
    """A person joined a team, or took another role in it."""

    stream = "team_id"
    team_id: UUID
    person_id: UUID
    role: Annotated[terms.TeamRole, "What the person is in the team."]


@dataclass(kw_only=True)
class TeamMemberRemoved(Fact):
    """A person left a team."""

    stream = "team_id"
    team_id: UUID
    person_id: UUID
