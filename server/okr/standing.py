"""All that a rule may know: who acts, and how the things that the command names stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid5

from server.okr.aspirations_now import AspirationNow
from server.okr.attachments_now import AttachmentNow
from server.okr.cases_now import CaseNow, MeetingNow, StepNow
from server.okr.events import Fact
from server.okr.health_now import HealthMetricNow
from server.okr.hypotheses_now import ExperimentNow, HypothesisNow, InsightNow
from server.okr.kpis_now import KpiNow, KpiValueNow
from server.okr.left_now import ObjectiveLeft
from server.okr.mentoring_now import MentoringEntryNow
from server.okr.mentorships_now import MentorshipNow
from server.okr.now import (
    ActorNow,
    AlignmentNow,
    ApiKeyNow,
    CheckInNow,
    ContributionNow,
    CycleNow,
    Guard,
    IdentityNow,
    KeyResultNow,
    LinkNow,
    ObjectiveNow,
    OrganizationNow,
    ParticipantNow,
    PersonNow,
    TeamNow,
)
from server.okr.pulses_now import Ballot, PulseNow
from server.okr.refusals import ChangedMeanwhile, NotFound, Refused
from server.okr.said_now import (
    AnswerNow,
    CommentNow,
    EventNow,
    FollowUpNow,
    ObstacleNow,
    RequestNow,
)
from server.okr.talk_now import AnnouncementNow, RecognitionNow, ReviewNow
from server.okr.terms import ABSENT, Question
from server.okr.work_now import WorkItemNow, WorkLinkNow


@dataclass(kw_only=True)
class Standing:
    """What a command's ids lead to, read at one position; null where there is nothing to see."""

    organization_id: UUID
    position: int
    actor: ActorNow
    administrators: list[UUID]
    today: date
    new_id: Callable[[], UUID]
    organization: OrganizationNow | None = None
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
    cycles: list[CycleNow] = field(default_factory=list)
    objective: ObjectiveNow | None = None
    to_objective: ObjectiveNow | None = None
    key_result: KeyResultNow | None = None
    to_key_result: KeyResultNow | None = None
    part_of: KeyResultNow | None = None
    paired_with: KeyResultNow | None = None
    contribution: ContributionNow | None = None
    check_in: CheckInNow | None = None
    obstacle: ObstacleNow | None = None
    alignment: AlignmentNow | None = None
    request: RequestNow | None = None
    comment: CommentNow | None = None
    announcement: AnnouncementNow | None = None
    recognition: RecognitionNow | None = None
    review: ReviewNow | None = None
    participant: ParticipantNow | None = None
    of_person: PersonNow | None = None
    of_person_sees: bool = False
    asked_already: bool = False
    for_cycle: CycleNow | None = None
    follow_up: FollowUpNow | None = None
    people: list[PersonNow] = field(default_factory=list)
    requests: list[RequestNow] = field(default_factory=list)
    objectives: list[ObjectiveNow] = field(default_factory=list)
    key_results: list[KeyResultNow] = field(default_factory=list)
    later_cycles: list[CycleNow] = field(default_factory=list)
    target_leads_to_objective: bool = False
    aligned_already: bool = False
    link: LinkNow | None = None
    to_answer: AnswerNow | None = None
    target_follows_objective: bool = False
    linked_already: bool = False
    work_item: WorkItemNow | None = None
    work_items: list[WorkItemNow] = field(default_factory=list)
    within: WorkItemNow | None = None
    to_work_item: WorkItemNow | None = None
    work_link: WorkLinkNow | None = None
    target_leads_to_work: bool = False
    work_linked_already: bool = False
    case: CaseNow | None = None
    meeting: MeetingNow | None = None
    step: StepNow | None = None
    of_team: TeamNow | None = None
    left: ObjectiveLeft | None = None
    carried_already: bool = False
    unscored_objectives: int = 0
    unscored_key_results: int = 0
    aspiration: AspirationNow | None = None
    to_aspiration: AspirationNow | None = None
    attachment: AttachmentNow | None = None
    kpi: KpiNow | None = None
    kpi_value: KpiValueNow | None = None
    mentorship: MentorshipNow | None = None
    followed_mentorship: MentorshipNow | None = None
    mentor: PersonNow | None = None
    mentee: PersonNow | None = None
    paired_already: bool = False
    zone_known: bool | None = None
    followed_already: bool = False
    mentoring_entry: MentoringEntryNow | None = None
    answered_entry: MentoringEntryNow | None = None
    closed_entries: list[MentoringEntryNow] = field(default_factory=list)
    to_kpi: KpiNow | None = None
    hypothesis: HypothesisNow | None = None
    experiment: ExperimentNow | None = None
    to_hypothesis: HypothesisNow | None = None
    to_insight: InsightNow | None = None
    health_metric: HealthMetricNow | None = None
    pulse: PulseNow | None = None
    asked_beside: list[Question] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)
    event: EventNow | None = None
    api_key: ApiKeyNow | None = None
    identity: IdentityNow | None = None
    identity_taken: bool = False
    identity_known: bool = False
    namesakes: list[UUID] = field(default_factory=list)
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


def stated(standing: Standing, said: object, ids: Iterable[str]) -> list[str]:
    """Which of these ids a command names; a refusal if one of them leads nowhere."""
    named = [each for each in ids if getattr(said, each) not in (None, ABSENT)]
    for each in named:
        need(getattr(standing, each.removesuffix("_id")), each)
    return named


def alignments_stream(organization_id: UUID) -> UUID:
    """The id of an organization's stream of alignments."""
    return uuid5(organization_id, "alignments")


@dataclass(kw_only=True)
class Decision:
    """What a rule decided, what the decision rests on, and for which pulse an answer is kept."""

    facts: list[Fact]
    guards: list[Guard] = field(default_factory=list)
    ballot: tuple[UUID, Ballot] | None = None
