"""The graph's types by name, so that each can stand in a file of its own and name the others."""

import json
from dataclasses import MISSING, fields
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, TypeVar

import strawberry

from server.facts import told
from server.reads.facts import FACT

MODULES = {
    "Person": "schema.person",
    "Identity": "schema.identity",
    "ApiKey": "schema.api_key",
    "Team": "schema.team",
    "Cycle": "schema.cycle",
    "UnitSetting": "schema.phase",
    "Link": "schema.link",
    "Objective": "schema.objective",
    "Alignment": "schema.alignment",
    "KeyResult": "schema.key_result",
    "ValuePoint": "schema.value",
    "Milestone": "schema.metric",
    "Metric": "schema.metric",
    "KeyResultRevision": "schema.metric",
    "KeyResultAsStated": "schema.metric",
    "ObjectiveRevision": "schema.revision",
    "ObjectiveAsStated": "schema.revision",
    "Review": "schema.review",
    "Miss": "schema.miss",
    "Answer": "schema.review",
    "ReviewDecision": "schema.review",
    "FollowUp": "schema.review",
    "Contribution": "schema.contribution",
    "ContributorTargets": "schema.contribution",
    "CheckIn": "schema.check_in",
    "Comment": "schema.comment",
    "Participant": "schema.participant",
    "SignOff": "schema.participant",
    "Attestation": "schema.attestation",
    "Announcement": "schema.announcement",
    "AnnouncementReader": "schema.announcement",
    "Recognition": "schema.recognition",
    "Agreement": "schema.participant",
    "Request": "schema.request",
    "Offer": "schema.request",
    "Obstacle": "schema.obstacle",
    "Evidence": "schema.evidence",
    "DueCheckIn": "schema.due",
    "Pulse": "schema.pulse",
    "PulseAnswer": "schema.pulse",
    "Redaction": "schema.redaction",
    "Export": "schema.export",
    "Verification": "schema.verification",
    "ScoreExport": "schema.score_export",
    "Kpi": "schema.kpi",
    "ObjectiveDraft": "schema.draft",
    "Attachment": "schema.attachment",
    "Aspiration": "schema.aspiration",
    "KpiValue": "schema.kpi",
    "KpiChange": "schema.kpi",
    "Mentorship": "schema.mentorship",
    "MentoringEntry": "schema.mentoring_entry",
    "ChallengeExample": "schema.mentoring_entry",
    "MentoringActivity": "schema.mentoring_activity",
    "MentorshipReview": "schema.mentoring_programme",
    "MentoringProgramme": "schema.mentoring_programme",
    "GrowthCount": "schema.mentoring_programme",
    "PairMix": "schema.mentoring_programme",
    "HealthMetric": "schema.health",
    "Hypothesis": "schema.hypothesis",
    "Experiment": "schema.hypothesis",
    "Variant": "schema.hypothesis",
    "Insight": "schema.insight",
    "TypeCompletion": "schema.completion",
    "Organization": "schema.organization",
    "Event": "schema.event",
    "Finding": "schema.finding",
    "Capacity": "schema.capacity",
    "Case": "schema.case",
    "Step": "schema.case",
    "StepStanding": "schema.case",
    "Meeting": "schema.meeting",
    "WorkItem": "schema.work_item",
    "WorkLink": "schema.work_link",
    "WorkLoad": "schema.work_link",
}
TYPES: dict[str, type] = {}


Noun = TypeVar("Noun", bound=type)


def known(noun: Noun) -> Noun:
    """Let a type be found by its name."""
    TYPES[noun.__name__] = noun
    return noun


def lazily(noun: str) -> Any:
    """A type of the graph that may not have been defined yet."""
    return Annotated[noun, strawberry.lazy(MODULES[noun])]


def kind(shows: str | type) -> Any:
    """The type that a field shows, named where its file may name this one in turn."""
    return lazily(shows) if isinstance(shows, str) else shows


def named(shows: str | type | None) -> Any:
    """The class that rows become."""
    return TYPES[shows] if isinstance(shows, str) else shows


def listed(kind: Any) -> Any:
    """A list of a type that is only known while running."""
    return list[kind]


def shown(noun: str, row: dict[str, Any] | None) -> Any:
    """A row as the noun that it is: columns are its values, and the keys of its relations."""
    return None if row is None else as_noun(TYPES[noun], row)


def as_noun(noun: type, row: dict[str, Any]) -> Any:
    """An instance that has a row's columns, whatever constructor its type has.

    Where a column says nothing, the noun's own default holds.
    """
    if noun is TYPES.get(FACT):
        noun, row = _fact(row)
    instance: Any = object.__new__(noun)
    instance.__dict__.update(row)
    silent = (name for name in defaults(noun) if instance.__dict__.get(name) is None)
    instance.__dict__.update({name: defaults(noun)[name] for name in silent})
    return instance


def _fact(row: dict[str, Any]) -> tuple[type, dict[str, Any]]:
    """The kind of a fact, and its header with all that it says."""
    kind, value = TYPES[row["type"]], json.loads(row["value"], parse_float=Decimal)
    header = {name: each for name, each in row.items() if name != "value"}
    return kind, value | told(kind, value) | header


@cache
def defaults(noun: Any) -> dict[str, Any]:
    """What holds where nothing was said, by the names of the values."""
    said = ((each.name, each.default) for each in fields(noun))
    return {name: default for name, default in said if default not in (MISSING, None)}
