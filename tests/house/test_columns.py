"""Nouns and columns agree: what is stated is kept, and every other column says why it is there."""

import json
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

import asyncpg
import pytest

from server.okr import events, terms
from server.queries import query
from tests.house.catalogue import CATALOGUE, Catalogue, Column, column_of

# What is stated of the rows of a table: nouns, and facts for the relations they name.
STATED: dict[str, tuple[type[Any], ...]] = {
    "alignments": (terms.Alignment, events.ObjectiveAligned),
    "api_keys": (events.ApiKeyCreated,),
    "answers": (terms.Answer, events.GivenAnswer),
    "assessments": (events.ObjectiveScored,),
    "check_ins": (terms.CheckIn, events.CheckInRecorded, events.CheckInCorrected),
    "comments": (terms.Comment, events.CommentAdded),
    "contributions": (events.ContributorAssigned,),
    "cycles": (terms.Cycle, events.CycleOpened),
    "evidence": (terms.Evidence, terms.FiledEvidence),
    "exports": (events.LogExported,),
    "follow_ups": (terms.FollowUp, events.NotedFollowUp, events.ItemParked),
    "identities": (events.IdentityLinked,),
    "key_result_revisions": (events.KeyResultRevised,),
    "key_results": (terms.KeyResult, terms.Metric, events.KeyResultAdded),
    "mentions": (),
    "misses": (terms.Miss, events.MissExplained),
    "milestones": (terms.Milestone, terms.PlannedMilestone),
    "objective_revisions": (events.ObjectiveEdited,),
    "objectives": (terms.Wording, terms.Objective, events.ObjectiveCreated),
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
    "redactions": (events.EventRedacted, events.PersonForgotten),
    "review_decisions": (terms.ReviewDecision, events.TakenDecision),
    "reviews": (terms.Review, events.ReviewRecorded),
    "revoked_tokens": (events.TokenRevoked,),
    "sign_offs": (terms.SignOff, events.ObjectiveSignedOff),
    "team_members": (events.TeamMemberAdded,),
    "teams": (terms.Team, events.TeamAdded),
    "verifications": (events.VerificationReported,),
}
# A cycle states only what differs.
MAY_STAY_EMPTY = {"policies"}
INSIDE = {
    terms.ScoreBand: "kept with its policy, in `score_bands`",
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
DERIVED = {
    "alignments": {"version": "counts facts"},
    "api_keys": {"revoked": "a later fact", "created_at": "the time of the fact"},
    "answers": {"review_id": "the review of the fact", "place": "its order among all"},
    "assessments": {
        "noun_id": "the objective or key result that the fact is about",
        "value": "the score that the fact states",
        "author_id": "the actor of the fact",
        "recorded_at": "the time of the fact",
    },
    "check_ins": {
        "author_id": "the actor of the fact",
        "person_id": "the actor of the fact that was corrected first, or of this one",
        "rest": "what a report of the whole leaves to nobody",
        "recorded_at": "the time of the fact",
        "place": "its order within a day",
        "first_id": "the report that was corrected first, or itself",
        "corrected_by_id": "a later fact",
        "corrected_because": "the reason that the fact states",
        "retracted_because": "the reason of a later fact",
        "retracted": "a later fact",
    },
    "contributions": {
        "current": "the latest report of the part",
        "recorded_at": "the time of the fact",
        "released": "a later fact",
    },
    "identities": {"linked_at": "the time of the fact"},
    "links": {},
    "phases": {"cycle_id": "the cycle that the fact is about"},
    "cycles": {
        "state": "later facts",
        "started_at": "the time of a later fact",
        "reviewed_at": "the time of a later fact",
        "closed_at": "the time of a later fact",
        "objectives": "counts, for keys",
        "version": "counts facts",
    },
    "evidence": {
        "key_result_id": "the key result that the fact is about",
        "check_in_id": "the report that rests on it",
        "ordinal": "its place in the list",
    },
    "exports": {"author_id": "the actor of the fact", "recorded_at": "the time of the fact"},
    "verifications": {"author_id": "the actor of the fact", "recorded_at": "the time of the fact"},
    "follow_ups": {
        "review_id": "the review of the fact",
        "of_cycle_id": "the cycle of what it is about",
        "noted_on": "the day of the review, or of the fact",
        "open": "a later fact",
        "outcome": "a later fact",
        "author_id": "the actor of the fact",
        "recorded_at": "the time of the fact",
        "place": "its order among all",
        "version": "counts facts",
    },
    "key_result_revisions": {
        "actor_id": "the actor of the fact",
        "recorded_at": "the time of the fact",
        "running": "whether the cycle had started",
        "before": "what was stated before",
        "after": "what is stated instead",
    },
    "key_results": {
        "recorded_at": "the time of the fact",
        "key": "the objective's, and a number",
        "state": "later facts",
        "original": "the metric when the cycle started",
        "shift": "what revisions of the baseline carried over",
        "withdrawn_because": "the reason of a later fact",
        "version": "counts facts",
    },
    "mentions": {"visibility": "how visible an objective was then"},
    "misses": {"author_id": "the actor of the fact", "recorded_at": "the time of the fact"},
    "milestones": {
        "key_result_id": "the key result that the fact is about",
        "ordinal": "its place in the list",
        "done": "later reports",
    },
    "objective_revisions": {
        "actor_id": "the actor of the fact",
        "recorded_at": "the time of the fact",
        "running": "whether the cycle had started",
        "before": "what was stated before",
        "after": "what is stated instead",
    },
    "objectives": {
        "activated_at": "the time of a later fact",
        "closed_at": "the time of a later fact",
        "key": "the cycle's, and a number",
        "state": "later facts",
        "creator_id": "the actor of the fact",
        "withdrawn_because": "the reason of a later fact",
        "members": "who belonged to the owning team at a later fact",
        "key_results": "counts, for keys",
        "version": "counts facts",
    },
    "obstacles": {
        "key_result_id": "the key result that the fact is about",
        "check_in_id": "the report that named it",
        "ordinal": "its place in the list",
        "open": "a later fact",
        "answer": "a later fact",
        "answered_by_id": "the actor of a later fact",
    },
    "organizations": {"legal_hold": "the reason of a later fact", "version": "counts facts"},
    "comments": {
        "author_id": "the actor of the fact",
        "withdrawn": "a later fact",
        "recorded_at": "the time of the fact",
        "version": "counts facts",
    },
    "participants": {},
    "people": {"active": "later facts", "permissions": "later facts", "version": "counts facts"},
    "policies": {},
    "progress": {
        "current": "computed",
        "raw": "computed",
        "value": "computed",
        "own": "computed",
        "formula": "the rule that computed it",
        "caused_by": "the fact that moved it",
    },
    "offers": {"person_id": "the actor of the fact", "recorded_at": "the time of the fact"},
    "requests": {
        "kind": "the kind of the fact",
        "proposal": "what the fact states of the key result",
        "state": "later facts",
        "asked_by_id": "the actor of the fact",
        "answer": "a later fact",
        "answered_by_id": "the actor of a later fact",
        "answered_at": "the time of a later fact",
        "recorded_at": "the time of the fact",
        "version": "counts facts",
    },
    "redactions": {"author_id": "the actor of the fact", "recorded_at": "the time of the fact"},
    "review_decisions": {
        "review_id": "the review of the fact",
        "of_objective_id": "the objective of what it is about",
        "place": "its order among all",
    },
    "reviews": {
        "of_cycle_id": "the cycle of what it is about",
        "agenda": "what was in the way of the team",
        "author_id": "the actor of the fact",
        "recorded_at": "the time of the fact",
        "version": "counts facts",
    },
    "revoked_tokens": {},
    "sign_offs": {
        "person_id": "the actor of the fact",
        "stands": "later facts",
        "recorded_at": "the time of the fact",
    },
    "team_members": {"recorded_at": "the time of the fact"},
    "teams": {"version": "counts facts"},
}

# What later facts decide, and revisions and comparisons tell of beside what is stated.
DECIDED = {
    "alignments": set(),
    "contributions": {"released"},
    "cycles": {"state"},
    "key_results": {"state"},
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
