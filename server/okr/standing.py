"""All that a rule may know: who acts, and how the things that the command names stand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid5

from server.okr import events, terms
from server.okr.events import Fact
from server.okr.refusals import ChangedMeanwhile, NotFound, Refused


@dataclass(kw_only=True)
class Guard:
    """Facts that would change a decision if they came before it is written.

    No kinds means any fact of the stream; no stream means those kinds wherever they are.
    """

    stream: UUID | None = None
    kinds: tuple[type[Fact], ...] = ()


@dataclass(kw_only=True)
class ActorNow:
    """Who acts, what they may do, and which teams they belong to and lead."""

    id: UUID
    permissions: list[terms.Permission]
    member_of: list[UUID]
    manages: list[UUID]


@dataclass(kw_only=True)
class PersonNow:
    """A person as they stand."""

    id: UUID
    version: int
    active: bool
    permissions: list[terms.Permission]
    member_of: list[UUID]

    @property
    def remains(self) -> Guard:
        """What a decision that names the person rests on: that they have not left."""
        return Guard(stream=self.id, kinds=(events.PersonDeactivated,))


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


@dataclass(kw_only=True)
class CycleNow:
    """A cycle as it stands."""

    id: UUID
    version: int
    key: str
    state: terms.CycleState
    starts_on: date
    ends_on: date


@dataclass(kw_only=True)
class ObjectiveNow:
    """An objective as it stands, with its cycle."""

    id: UUID
    version: int
    title: str
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
    """A key result as it stands, with its objective."""

    id: UUID
    version: int
    state: terms.KeyResultState
    owner_person_id: UUID | None
    metric: terms.Metric
    milestones: list[UUID]
    contributions: list[ContributionNow]
    summed: bool
    objective: ObjectiveNow

    def contribution_of(self, person_id: UUID) -> ContributionNow | None:
        """The part that a person has taken on, if any."""
        return next((each for each in self.contributions if each.person_id == person_id), None)

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on; not on reports, so that many can report at once."""
        own = (
            events.KeyResultRevised,
            events.KeyResultWithdrawn,
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
    corrected: bool
    retracted: bool


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
class ObstacleNow:
    """An obstacle as it stands."""

    id: UUID
    open: bool


@dataclass(kw_only=True)
class Standing:
    """What a command's ids lead to, read at one position; null where there is nothing to see."""

    organization_id: UUID
    position: int
    actor: ActorNow
    administrators: list[UUID]
    today: date
    new_id: Callable[[], UUID]
    expected_version: int | None = None
    person: PersonNow | None = None
    team: TeamNow | None = None
    parent_team: TeamNow | None = None
    owner_team: TeamNow | None = None
    owner_person: PersonNow | None = None
    accountable_person: PersonNow | None = None
    cycle: CycleNow | None = None
    cycle_with_key: CycleNow | None = None
    parent_cycle: CycleNow | None = None
    objective: ObjectiveNow | None = None
    to_objective: ObjectiveNow | None = None
    key_result: KeyResultNow | None = None
    to_key_result: KeyResultNow | None = None
    contribution: ContributionNow | None = None
    check_in: CheckInNow | None = None
    obstacle: ObstacleNow | None = None
    alignment: AlignmentNow | None = None
    target_leads_to_objective: bool = False
    aligned_already: bool = False
    items: list["Standing"] = field(default_factory=list)

    @property
    def alignments(self) -> UUID:
        """The stream of all alignments of the organization, so that no two can loop together."""
        return alignments_stream(self.organization_id)

    def cycle_named(self, key: str) -> UUID:
        """The id of the cycle with a key: two cycles of one key would be one stream."""
        return uuid5(self.organization_id, f"cycle:{key}")

    def expect(self, version: int, *path: str) -> None:
        """Decline if the client decided on another version of the noun it acts on."""
        if self.expected_version not in (None, version):
            raise Refused([ChangedMeanwhile(version, *(path or ("command", "expected_version")))])


Noun = TypeVar("Noun")


def need(noun: Noun | None, *path: str) -> Noun:
    """The noun that an id leads to, or a refusal that names the id's place."""
    if noun is None:
        raise Refused([NotFound(None, *path)])
    return noun


def alignments_stream(organization_id: UUID) -> UUID:
    """The id of an organization's stream of alignments."""
    return uuid5(organization_id, "alignments")


@dataclass(kw_only=True)
class Decision:
    """What a rule decided, and what the decision rests on."""

    facts: list[Fact]
    guards: list[Guard] = field(default_factory=list)
