"""Nouns and columns agree: what is stated is kept, and every other column says why it is there."""

import json
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

import asyncpg
import pytest

from server.okr import events, terms
from server.queries import SQL, query
from tests.house.catalogue import CATALOGUE, Catalogue, Column, column_of
from tests.house.derived import DERIVED

# What is stated of the rows of a table: nouns, and facts for the relations they name.
STATED: dict[str, tuple[type[Any], ...]] = {
    "alignments": (terms.Alignment, events.ObjectiveAligned),
    "api_keys": (events.ApiKeyCreated,),
    "answers": (terms.Answer, events.GivenAnswer),
    "assessments": (events.ObjectiveScored,),
    "announcements": (terms.Announcement, events.AnnouncementPublished),
    "attestations": (terms.Attestation, events.AttestationRecorded),
    "capacities": (terms.Capacity, events.CapacityRecorded),
    "cases": (terms.Case, events.CaseOpened, events.CaseClosed),
    "check_ins": (terms.CheckIn, events.CheckInRecorded, events.CheckInCorrected),
    "comments": (terms.Comment, events.CommentAdded),
    "contributions": (events.ContributorAssigned,),
    "cycles": (terms.Cycle, events.CycleOpened),
    "evidence": (terms.Evidence, terms.FiledEvidence),
    "exports": (events.LogExported,),
    "follow_ups": (terms.FollowUp, events.NotedFollowUp, events.ItemParked),
    "experiments": (terms.Experiment, events.ExperimentAdded, events.ExperimentResultRecorded),
    "hypotheses": (terms.Hypothesis, events.HypothesisAdded, events.HypothesisConcluded),
    "insights": (terms.Insight, events.InsightAdded),
    "variants": (terms.Variant, events.TriedVariant, events.VariantResult),
    "health_metrics": (
        terms.HealthMetric,
        events.HealthMetricAdded,
        events.HealthActionAccepted,
    ),
    "identities": (events.IdentityLinked,),
    "circles": (),
    "key_result_revisions": (events.KeyResultRevised,),
    "key_results": (terms.KeyResult, terms.Metric, events.KeyResultAdded),
    "kpi_values": (terms.KpiValue, events.KpiValueRecorded, events.KpiValueCorrected),
    "aspirations": (terms.Aspiration, events.AspirationAdded),
    "attachments": (terms.Attachment, events.AttachmentAdded),
    "kpis": (terms.Kpi, events.KpiAdded),
    "mentions": (),
    "mentoring_entries": (terms.MentoringEntry, events.MentoringEntryAdded),
    "mentorships": (terms.Mentorship, events.MentorshipStarted),
    "meetings": (terms.Meeting, events.MeetingPlanned, events.MeetingHeld),
    "misses": (terms.Miss, events.MissExplained),
    "milestones": (terms.Milestone, terms.PlannedMilestone),
    "objective_revisions": (events.ObjectiveEdited,),
    "objectives": (terms.Wording, terms.Filing, terms.Objective, events.ObjectiveCreated),
    "obstacles": (terms.Obstacle,),
    "offers": (terms.Offer, events.HelpOffered),
    "organizations": (events.OrganizationCreated,),
    "links": (terms.Link, events.ObjectivesLinked),
    "phases": (terms.Phase, terms.PlannedPhase),
    "participants": (terms.Participant, events.ParticipantAdded),
    "people": (terms.Person, events.PersonAdded),
    "policies": (terms.Policy,),
    "progress": (),
    "requests": (
        terms.Request,
        events.HelpRequested,
        events.ContributionRequested,
        events.RevisionProposed,
    ),
    "pulses": (terms.Pulse, events.PulseOpened, events.PulseClosed),
    "pulse_answers": (events.PulseAnswered,),
    "recognitions": (terms.Recognition, events.RecognitionAdded),
    "redactions": (events.EventRedacted, events.PersonForgotten),
    "review_decisions": (terms.ReviewDecision, events.TakenDecision),
    "reviews": (terms.Review, events.ReviewRecorded),
    "revoked_tokens": (events.TokenRevoked,),
    "score_exports": (terms.ScoreExport, events.ScoresExported),
    "sign_offs": (terms.SignOff, events.ObjectiveSignedOff),
    "steps": (terms.Step, events.StepAdded, events.StepCompleted),
    "team_members": (events.TeamMemberAdded,),
    "teams": (terms.Team, events.TeamAdded),
    "verifications": (events.VerificationReported,),
    "work_items": (terms.WorkItem, events.WorkItemAdded, events.WorkReported),
    "work_links": (terms.WorkLink, events.WorkLinked),
}
# A cycle states only what differs.
MAY_STAY_EMPTY = {"policies"}
INSIDE = {
    terms.ScoreBand: "kept with its policy, in `score_bands`",
    terms.ProgrammeAim: "kept with its policy, in `programme_aims`",
    terms.Curve: "kept with its key result, in `curve`",
    terms.CurvePoint: "kept with its curve",
}
VERSIONED = {
    "org_id": "whose row it is",
    "id": "what names it for good",
    "from_position": "since when it stands so",
    "to_position": "until when it stood so",
    "created_position": "its place among others",
}

# What later facts decide, and revisions and comparisons tell of beside what is stated.
DECIDED = {
    "alignments": set(),
    "contributions": {"released"},
    "cycles": {"state"},
    "key_results": {"state"},
    "aspirations": set(),
    "kpis": set(),
    "objectives": {"state"},
    "people": {"active", "permissions"},
    "policies": set(),
    "teams": set(),
}


@pytest.fixture(scope="module")
async def catalogue(owner: asyncpg.Connection) -> Catalogue:
    """The tables of the state as the database knows them."""
    version = await owner.fetchval(query("latest_state_version"))
    found: Catalogue = {}
    for row in await owner.fetch(CATALOGUE, f"state_{version}"):
        column = Column(type=row["type"], nullable=row["nullable"])
        found.setdefault(row["relname"], {})[row["attname"]] = column
    return found


def nouns() -> list[type[Any]]:
    every = [each for each in vars(terms).values() if isinstance(each, type)]
    return [each for each in every if is_dataclass(each)]


def test_every_noun_has_a_table() -> None:
    kept = {each for stated in STATED.values() for each in stated} | INSIDE.keys()
    assert [each.__name__ for each in nouns() if each not in kept] == []


@pytest.mark.parametrize("table", sorted(STATED))
def test_every_field_of_a_noun_has_a_column_of_its_name_and_kind(
    table: str, catalogue: Catalogue
) -> None:
    for noun in STATED[table]:
        if noun in nouns():
            asked = {name: column_of(hint) for name, hint in get_type_hints(noun).items()}
            if table in MAY_STAY_EMPTY:
                asked = {name: column._replace(nullable=True) for name, column in asked.items()}
            found = {name: column for name, column in catalogue[table].items() if name in asked}
            assert found == asked, f"{table} does not keep a {noun.__name__} as it is stated"


def test_every_other_column_is_derived_for_a_reason(catalogue: Catalogue) -> None:
    for table, columns in catalogue.items():
        stated = {each.name for noun in STATED[table] for each in fields(noun)}
        others = columns.keys() - stated - VERSIONED.keys()
        assert others == DERIVED[table].keys(), f"{table} derives other columns"


def test_why_something_happened_is_redacted_wherever_it_is_kept(catalogue: Catalogue) -> None:
    heard = (SQL / "functions" / "1_heard_as.sql").read_text()
    kept = {name for columns in catalogue.values() for name in columns if "_because" in name}
    assert {name for name in kept if f"'{name}'" not in heard} == set()


def test_every_table_is_known(catalogue: Catalogue) -> None:
    assert catalogue.keys() == STATED.keys() == DERIVED.keys()


@pytest.mark.parametrize("table", sorted(DECIDED))
async def test_a_change_of_what_is_stated_is_told_and_one_of_what_is_derived_is_not(
    table: str, catalogue: Catalogue, owner: asyncpg.Connection
) -> None:
    row = json.dumps(dict.fromkeys(catalogue[table]))
    version = await owner.fetchval(query("latest_state_version"))
    text = f"select array(select jsonb_object_keys(state_{version}_now.stated($1, $2)))"
    told = {*await owner.fetchval(text, table, row)}

    own = {each.name for noun in STATED[table] if noun in nouns() for each in fields(noun)}
    assert own <= told
    assert told & DERIVED[table].keys() == DECIDED[table]
