"""The nouns and closed word lists of OKR, each said once; their sentences are the glossary."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr.aspiration_terms import *
from server.okr.attachment_terms import *
from server.okr.attestation_terms import *
from server.okr.case_terms import *
from server.okr.export_words import *
from server.okr.health_terms import *
from server.okr.health_terms import WhileRed
from server.okr.history_words import *
from server.okr.hypothesis_terms import *
from server.okr.kpi_terms import *
from server.okr.link_terms import *
from server.okr.mentoring_terms import *
from server.okr.mentorship_terms import *
from server.okr.mentorship_terms import Growth
from server.okr.metric_terms import *
from server.okr.participation_terms import *
from server.okr.person_words import *
from server.okr.programme_words import *
from server.okr.programme_words import ProgrammeAim, ProgrammeCode
from server.okr.pulse_terms import *
from server.okr.report_words import *
from server.okr.report_words import EvidenceKind, ObstacleKind, Rhythm

# ruff: noqa: F403 - nouns and words are read under one name, wherever they stand
from server.okr.review_terms import *
from server.okr.review_terms import ScoreBand
from server.okr.review_words import *
from server.okr.rhythms import *
from server.okr.rhythms import Cadence, CyclePhase
from server.okr.role_words import *
from server.okr.roles import *
from server.okr.score_export_terms import *
from server.okr.stating import *
from server.okr.stating import Text
from server.okr.talk_terms import *
from server.okr.team_terms import *
from server.okr.withdrawal_words import *
from server.okr.wording import *
from server.okr.wording import Filing, Language, Wording
from server.okr.words import *
from server.okr.words import (
    Ambition,
    Demand,
    IndicatorKind,
    ObjectiveType,
    RollUp,
    Status,
    Visibility,
)
from server.okr.work_terms import *


@dataclass(kw_only=True)
class Policy:
    """What the organization has agreed about working with objectives."""

    completion_cut_off: Annotated[Decimal, "Score from which an objective counts as reached."] = (
        Decimal("0.7")
    )
    score_bands: Annotated[list[ScoreBand], "Ranges of scores, lowest first."] = field(
        default_factory=lambda: [
            ScoreBand(label="Missed", color="#c0392b", from_=Decimal(0), to=Decimal("0.3")),
            ScoreBand(label="Progress", color="#e67e22", from_=Decimal("0.3"), to=Decimal("0.7")),
            ScoreBand(label="Reached", color="#27ae60", from_=Decimal("0.7"), to=Decimal(1)),
        ]
    )
    check_in_every: Annotated[
        Rhythm, "How often key results are to be reported; a team may have a rhythm of its own."
    ] = Rhythm.NEVER
    sign_off_quorum: Annotated[
        Decimal | None, "Share of those asked who agree before a team's objective begins, 0 to 1."
    ] = None
    pace_tolerance: Annotated[
        Decimal, "How far something may be from what is expected and still be on pace, 0 to 1."
    ] = Decimal("0.05")
    company_first: Annotated[
        Demand, "What is done about objectives of others before the company has agreed on its own."
    ] = Demand.NONE
    company_most: Annotated[int, "How many objectives the company has in a cycle at most."] = 3
    company_limit: Annotated[Demand, "What is done about more of them."] = Demand.WARN
    miss_reason: Annotated[
        Demand, "What is done where a score below the cut-off is agreed on without saying why."
    ] = Demand.NONE
    closing: Annotated[Demand, "What is done about scores missing at a cycle's end."] = Demand.WARN
    revisions_before_approval: Annotated[
        int | None, "How often a key result is revised in a cycle before each needs approval."
    ] = None
    max_active_objectives: Annotated[
        int, "How many active objectives an owner has in a cycle; a team may have its own limit."
    ] = 5
    active_limit: Annotated[Demand, "What is done about more of them."] = Demand.WARN
    key_results_least: Annotated[int, "How many key results an objective has at least."] = 2
    key_results_most: Annotated[int, "How many key results are recommended at most."] = 5
    small_team: Annotated[int | None, "Up to how many members a team is small; a person is."] = None
    key_results_small: Annotated[int, "How many are recommended at most for a small team."] = 3
    key_results_limit: Annotated[
        int | None, "Above how many a key result more is refused; null for no such limit."
    ] = None
    start_confidence_least: Annotated[
        Decimal, "With less start confidence a key result counts as unrealistic, 0 to 1."
    ] = Decimal("0.1")
    start_confidence_most: Annotated[
        Decimal, "With more start confidence a key result counts as too easy, 0 to 1."
    ] = Decimal("0.9")
    language: Annotated[Language, "Whose word lists are looked at."] = Language.EN
    jargon: Annotated[
        Text | None, "Words that only insiders understand, with commas between them."
    ] = None
    programme_aims: Annotated[
        list[ProgrammeAim], "Where numbers about how objectives are worked with are to lie."
    ] = field(
        default_factory=lambda: [
            ProgrammeAim(code=ProgrammeCode.BOTTOM_UP, from_=Decimal("0.5"), to=Decimal("0.6"))
        ]
    )
    people_least: Annotated[
        int, "Of how many people, or mentorships, a number about people tells at least."
    ] = 5
    levels: Annotated[
        Text | None, "Names of further levels that teams can have, with commas between them."
    ] = None
    initiatives_expected: Annotated[
        bool, "Whether it is a finding that no initiative is to move a key result."
    ] = False
    key_results_tested: Annotated[
        Demand,
        "What is done about an objective whose key results nobody has found necessary, each, "
        "and sufficient, together.",
    ] = Demand.NONE
    control_attested: Annotated[
        Demand,
        "What is done about a person's objective of which they have not said that it is "
        "within their control.",
    ] = Demand.NONE
    attestations_expected: Annotated[
        bool,
        "Whether it is a finding that nobody has said of an objective that it is ambitious, "
        "achievable, actionable and meaningful.",
    ] = False
    while_red: Annotated[WhileRed, "How reports go on while health is red."] = WhileRed.ACKNOWLEDGE


@dataclass(kw_only=True)
class Person:
    """Somebody in the organization."""

    name: Annotated[Text, "What the person is called."]
    is_program: Annotated[
        bool, "Whether it is a program, which comes in with keys, rather than somebody."
    ] = False


@dataclass(kw_only=True)
class Cycle:
    """A span of time for which objectives are set."""

    key: Annotated[str, "Stable and readable, as 2026-Q3."]
    name: Annotated[Text, "What the cycle is called."]
    starts_on: Annotated[date, "First day."]
    ends_on: Annotated[date, "Last day."]
    cadence: Annotated[Cadence, "In which rhythm such cycles follow each other."] = Cadence.OTHER


@dataclass(kw_only=True)
class Phase:
    """A stretch of a cycle, as it was planned."""

    phase: Annotated[CyclePhase, "What it is for."]
    starts_on: Annotated[date, "First day."]
    ends_on: Annotated[date, "Last day."]


@dataclass(kw_only=True)
class Objective(Wording, Filing):
    """What is to be achieved, in words that move people."""

    title: Annotated[Text, "The objective in one sentence; if blank, made of verb and what."]
    description: Annotated[Text | None, "What stands behind it."] = None
    ambition: Annotated[Ambition, "How it is meant."] = Ambition.ASPIRATIONAL
    visibility: Annotated[Visibility, "Who may see it."] = Visibility.ORGANIZATION
    due_on: Annotated[
        date | None, "Day by which it is to be reached; otherwise the end of its cycle."
    ] = None
    priority_rank: Annotated[
        int | None, "Its place among the priorities of its owner; 1 comes first."
    ] = None
    strategy: Annotated[
        Text | None, "What it follows from in the strategy: in words, or where that is written."
    ] = None
    objective_type: Annotated[ObjectiveType, "What it is about; scores are told apart by it."] = (
        ObjectiveType.OUTCOME
    )


@dataclass(kw_only=True)
class KeyResult:
    """How we know that an objective is being reached: something measured."""

    title: Annotated[Text, "The key result in one sentence."]
    verb: Annotated[Text | None, "What is done to what is counted: increase, keep, lower."] = None
    counted: Annotated[Text | None, "What is counted: weekly sessions with mentors."] = None
    weight: Annotated[Decimal, "How much it counts in its objective's mean."] = Decimal(1)
    due_on: Annotated[date | None, "Day by which it is due; if none, that of its objective."] = None
    start_confidence: Annotated[
        Decimal | None, "How sure the author is at the start that it will be reached, 0 to 1."
    ] = None
    indicator_kind: Annotated[IndicatorKind | None, "Whether it says how much or how good."] = None
    ambition: Annotated[Ambition | None, "How it is meant; if left out as its objective is."] = None
    expected_score: Annotated[
        Decimal | None, "The score that the author expects at the start, 0 to 1."
    ] = None
    growth: Annotated[Growth | None, "What grows with it, where that is the point."] = None
    discipline: Annotated[Text | None, "The function or discipline that it is of: UX, sales."] = (
        None
    )


@dataclass(kw_only=True)
class CheckIn:
    """A report of where a key result stands."""

    value: Annotated[
        Decimal | None,
        "The value reported: of the whole key result, or of the author's contribution "
        "where they have one.",
    ] = None
    numerator: Annotated[
        Decimal | None, "How much was counted, of a ratio; the value follows from it."
    ] = None
    denominator: Annotated[Decimal | None, "Of how much it was counted."] = None
    confidence: Annotated[
        Decimal | None, "How sure the author is that it will be reached, 0 to 1."
    ] = None
    status: Annotated[Status | None, "How it looks to the author."] = None
    note: Annotated[Text | None, "What the author has to say."] = None


@dataclass(kw_only=True)
class Alignment:
    """An objective's support for another objective or a key result."""

    roll_up: Annotated[RollUp, "How the supporter counts for what it supports."] = RollUp.NONE
    weight: Annotated[Decimal, "How much it counts."] = Decimal(1)
    rationale: Annotated[Text | None, "How it helps."] = None
    contribution_statement: Annotated[
        Text | None, "How the supporter can contribute most, in its own words."
    ] = None


@dataclass(kw_only=True)
class Obstacle:
    """Something in the way, help wanted, or a correction proposed: open until it is answered."""

    id: Annotated[UUID, "Names the obstacle."]
    text: Annotated[Text, "What is in the way, wanted or proposed."]
    kind: Annotated[ObstacleKind, "Which of these it is."] = ObstacleKind.OBSTACLE


@dataclass(kw_only=True)
class Evidence:
    """Something tangible that a report rests on: where it is, or what its content hashes to."""

    kind: Annotated[EvidenceKind, "What it is."] = EvidenceKind.LINK
    title: Annotated[Text | None, "What it is called."] = None
    uri: Annotated[Text | None, "Where it is: https, http, mailto, mid, file, urn or webcal."] = (
        None
    )
    sha256: Annotated[
        str | None, "SHA-256 of the content, 64 digits from 0 to f, to tell it again."
    ] = None
    occurred_on: Annotated[date | None, "The day of what it shows."] = None


@dataclass(kw_only=True)
class FiledEvidence(Evidence):
    """Evidence with the id under which it is kept."""

    id: Annotated[UUID, "Names the evidence."]


@dataclass(kw_only=True)
class PlannedPhase(Phase):
    """A phase with the id of its place in the cycle."""

    id: Annotated[UUID, "Names the phase of this cycle."]
