"""How each noun stands when a rule looks at it, and what a decision about it rests on."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from server.okr import events, terms
from server.okr.events import Fact


@dataclass(kw_only=True)
class Guard:
    """Facts that would change a decision if they came before it is written.

    No kinds means any fact of the stream; no stream means those kinds wherever they are.
    """

    stream: UUID | None = None
    kinds: tuple[type[Fact], ...] = ()


@dataclass(kw_only=True)
class ActorNow:
    """Who acts, what they may do, and which teams they belong to and lead.

    Whoever arrives is nobody yet.
    """

    id: UUID
    permissions: list[terms.Permission]
    member_of: list[UUID]
    manages: list[UUID]
    arrives: bool = False
    is_program: bool = False


@dataclass(kw_only=True)
class PersonNow:
    """A person as they stand."""

    id: UUID
    version: int
    active: bool
    permissions: list[terms.Permission]
    member_of: list[UUID]
    is_program: bool = False

    @property
    def remains(self) -> Guard:
        """What a decision that names the person rests on: that they have not left."""
        return Guard(stream=self.id, kinds=(events.PersonDeactivated,))


@dataclass(kw_only=True)
class ApiKeyNow:
    """A key, and how the program stands that has it."""

    id: UUID
    revoked: bool
    person: PersonNow


@dataclass(kw_only=True)
class IdentityNow:
    """By what a person is found, and how they stand."""

    id: UUID
    person: PersonNow


@dataclass(kw_only=True)
class MemberNow:
    """A person's place in a team."""

    person_id: UUID
    role: terms.TeamRole


@dataclass(kw_only=True)
class TeamNow:
    """A team as it stands; ``above`` begins with the team itself."""

    id: UUID
    version: int
    kind: terms.TeamKind
    above: list[UUID]
    members: list[MemberNow]
    children: int
    creating: terms.TeamRole
    participates_from: date | None = None
    participates_until: date | None = None


@dataclass(kw_only=True)
class OrganizationNow:
    """The organization as it stands, with what holds where a cycle has agreed on nothing else."""

    id: UUID
    version: int
    policy: terms.Policy
    legal_hold: str | None = None

    @property
    def agreed(self) -> Guard:
        """What a decision that follows a policy rests on: that nothing else was agreed."""
        return Guard(stream=self.id, kinds=(events.PolicyChanged,))


@dataclass(kw_only=True)
class CycleNow:
    """A cycle as it stands."""

    id: UUID
    version: int
    key: str
    state: terms.CycleState
    starts_on: date
    ends_on: date
    policy: terms.Policy
    agreed_by_company: int = 0


@dataclass(kw_only=True)
class ParticipantNow:
    """The part that a person or a team takes in an objective."""

    id: UUID
    role: terms.ParticipantRole
    person_id: UUID | None
    team_id: UUID | None


@dataclass(kw_only=True)
class AgreementNow:
    """How many are asked whether they agree with an objective, and how many do."""

    asked: int
    agreed: int


@dataclass(kw_only=True)
class ObjectiveTestsNow:
    """Which tests a draft has passed: how many key results have not been found necessary."""

    untested: int
    sufficient: bool | None
    within_control: bool | None


@dataclass(kw_only=True)
class ObjectiveNow:
    """An objective as it stands, with its cycle."""

    id: UUID
    version: int
    title: str
    level: terms.Level
    state: terms.ObjectiveState
    visibility: terms.Visibility
    owner_team_id: UUID | None
    owner_person_id: UUID | None
    accountable_person_id: UUID | None
    creator_id: UUID
    cycle: CycleNow
    key_results: int
    alignments: int
    rolls_up: bool
    personal: bool
    contributing: terms.TeamRole
    participants: list[ParticipantNow]
    agreement: AgreementNow
    mentor_id: UUID | None = None
    measured: int = 0
    active_beside: int = 0
    most_active: int | None = None
    intent: terms.Intent = terms.Intent.BUSINESS
    tests: ObjectiveTestsNow | None = None
    balanced: bool = False
    blocked: bool = False

    @property
    def sharing(self) -> list[UUID]:
        """The teams that share it with its owner."""
        shares = terms.ParticipantRole.SHARES
        return [each.team_id for each in self.participants if each.role is shares and each.team_id]

    @property
    def teams(self) -> list[UUID]:
        """The teams whose objective it is: the owner, and those that share it."""
        return [*([self.owner_team_id] if self.owner_team_id else []), *self.sharing]

    @property
    def co_authors(self) -> list[UUID | None]:
        """The people who write it together with its owner."""
        writes = terms.ParticipantRole.CO_AUTHOR
        return [each.person_id for each in self.participants if each.role is writes]

    @property
    def private(self) -> bool:
        """Whether only its participants see it."""
        return self.visibility is terms.Visibility.PRIVATE

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about the objective rests on: itself and its cycle."""
        return [Guard(stream=self.id), Guard(stream=self.cycle.id)]


@dataclass(kw_only=True)
class ContributionNow:
    """A contributor's part of a key result."""

    id: UUID
    person_id: UUID


@dataclass(kw_only=True)
class KeyResultNow:
    """A key result as it stands: ``beside`` measures its parts, or others of its whole."""

    id: UUID
    version: int
    state: terms.KeyResultState
    owner_person_id: UUID | None
    metric: terms.Metric
    milestones: list[UUID]
    contributions: list[ContributionNow]
    summed: bool
    gathered: bool
    explained: bool
    reached: bool
    objective: ObjectiveNow
    title: str = ""
    verb: str | None = None
    counted: str | None = None
    indicator_kind: terms.IndicatorKind | None = None
    whole: terms.Metric | None = None
    beside: list[terms.Metric] = field(default_factory=list)
    parts: list[UUID] = field(default_factory=list)
    revised: int = 0
    kpi_id: UUID | None = None

    def contribution_of(self, person_id: UUID) -> ContributionNow | None:
        """The part that a person has taken on, if any."""
        return next((each for each in self.contributions if each.person_id == person_id), None)

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on; not on reports, so that many can report at once."""
        own = (
            events.KeyResultRevised,
            events.KeyResultWithdrawn,
            events.KeyResultBound,
            events.ContributorAssigned,
            events.ContributorRemoved,
        )
        return [Guard(stream=self.id, kinds=own), *self.objective.grounds]


@dataclass(kw_only=True)
class CheckInNow(terms.CheckIn):
    """A report as it stands."""

    id: UUID
    author_id: UUID
    contribution_id: UUID | None
    occurred_on: date
    corrected: bool
    retracted: bool
    kpi_value_id: UUID | None = None


@dataclass(kw_only=True)
class AlignmentNow:
    """An alignment as it stands."""

    id: UUID
    version: int
    objective_id: UUID
    roll_up: terms.RollUp
    to_objective_id: UUID | None
    to_key_result_id: UUID | None


@dataclass(kw_only=True)
class LinkNow:
    """A link as it stands."""

    id: UUID
    objective_id: UUID
    to_objective_id: UUID | None = None
    to_answer_id: UUID | None = None
    to_aspiration_id: UUID | None = None
    to_kpi_id: UUID | None = None
    to_hypothesis_id: UUID | None = None
    to_insight_id: UUID | None = None
