"""The graph's types by name, so that each can stand in a file of its own and name the others."""

from typing import Annotated, Any, TypeVar

import strawberry

MODULES = {
    "Person": "schema.person",
    "Team": "schema.team",
    "Cycle": "schema.cycle",
    "UnitSetting": "schema.phase",
    "Link": "schema.link",
    "Objective": "schema.objective",
    "Alignment": "schema.alignment",
    "KeyResult": "schema.key_result",
    "Milestone": "schema.metric",
    "Metric": "schema.metric",
    "KeyResultRevision": "schema.metric",
    "KeyResultAsStated": "schema.metric",
    "ObjectiveRevision": "schema.revision",
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
    "Agreement": "schema.participant",
    "Request": "schema.request",
    "Offer": "schema.request",
    "Obstacle": "schema.obstacle",
    "Evidence": "schema.evidence",
    "DueCheckIn": "schema.due",
    "Organization": "schema.organization",
    "Finding": "schema.finding",
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


def listed(kind: Any) -> Any:
    """A list of a type that is only known while running."""
    return list[kind]


def shown(noun: str, row: dict[str, Any] | None) -> Any:
    """A row as the noun that it is: columns are its values, and the keys of its relations."""
    return None if row is None else as_noun(TYPES[noun], row)


def as_noun(noun: type, row: dict[str, Any]) -> Any:
    """An instance that has a row's columns, whatever constructor its type has."""
    instance: Any = object.__new__(noun)
    instance.__dict__.update(row)
    return instance
