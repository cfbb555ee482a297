"""Differences in the graph: what became of each thing between two moments."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import strawberry

from schema import nouns, registry
from schema.fields import one, read, stored
from schema.metric import KeyResultAsStated
from schema.stated import AlignmentAsStated, ContributionAsStated, ParticipantAsStated
from schema.words import Position
from server.okr.terms import Change
from server.reads.sources import StoredList

BEFORE = "What was stated of it; null where it was not there."
AFTER = "What was stated of it in the end; null where it was not there any more."


@strawberry.interface(description="What became of something between two moments.")
class Difference:
    """What became of something between two moments."""

    noun_id: UUID = strawberry.field(description="Names the thing, also where it is gone.")
    change: Change = strawberry.field(description="What became of it.")
    fields: list[str] = strawberry.field(description="The names of what was stated otherwise.")
    positions: list[Position] = strawberry.field(
        description="The positions of the facts that did it; of several that moved a number, "
        "the last."
    )


def of(noun: str, view: str, key: str, description: str) -> Any:
    """A noun that a difference is about, as it is read now; null where there is none to be seen."""
    return one(noun, view, key=key, optional=True, description=description)


@nouns.shown(None)
class ObjectiveDifference(Difference):
    """What became of an objective."""

    objective: Any = of("Objective", "objective", "id", "The objective.")
    before: Any = stored("ObjectiveAsStated", "before", BEFORE, optional=True)
    after: Any = stored("ObjectiveAsStated", "after", AFTER, optional=True)
    progress_before: Decimal | None = strawberry.field(description="How far it was, 0 to 1.")
    progress_after: Decimal | None = strawberry.field(description="How far it was in the end.")
    score_before: Decimal | None = strawberry.field(description="The score agreed on by then.")
    score_after: Decimal | None = strawberry.field(description="The score agreed on in the end.")


@nouns.shown(None)
class KeyResultDifference(Difference):
    """What became of a key result."""

    key_result: Any = of("KeyResult", "key_result", "id", "The key result.")
    objective: Any = of("Objective", "objective", "objective_id", "The objective it measures.")
    before: Any = stored(KeyResultAsStated, "before", BEFORE, optional=True)
    after: Any = stored(KeyResultAsStated, "after", AFTER, optional=True)
    metric_before: Any = stored("Metric", "before", "How it was measured.", optional=True)
    metric_after: Any = stored("Metric", "after", "How it was measured in the end.", optional=True)
    current_before: Decimal | None = strawberry.field(description="Where it stood, in its unit.")
    current_after: Decimal | None = strawberry.field(description="Where it stood in the end.")
    progress_before: Decimal | None = strawberry.field(description="How far it was, 0 to 1.")
    progress_after: Decimal | None = strawberry.field(description="How far it was in the end.")
    score_before: Decimal | None = strawberry.field(description="The score agreed on by then.")
    score_after: Decimal | None = strawberry.field(description="The score agreed on in the end.")


@nouns.shown(None)
class AlignmentDifference(Difference):
    """What became of an alignment."""

    alignment: Any = of("Alignment", "alignment", "id", "The alignment, while it is there.")
    from_: Any = one(
        "Objective",
        "objective",
        key="objective_id",
        optional=True,
        description="The supporter.",
        name="from",
    )
    to_objective: Any = of(
        "Objective", "objective", "to_objective_id", "The objective it supports, if it is one."
    )
    to_key_result: Any = of(
        "KeyResult", "key_result", "to_key_result_id", "The key result it supports, if it is one."
    )
    before: Any = stored(AlignmentAsStated, "before", BEFORE, optional=True)
    after: Any = stored(AlignmentAsStated, "after", AFTER, optional=True)


@nouns.shown(None)
class ContributionDifference(Difference):
    """What became of somebody's part of a key result."""

    contribution: Any = of("Contribution", "contribution", "id", "The part, while it is theirs.")
    key_result: Any = of("KeyResult", "key_result", "key_result_id", "The key result.")
    person: Any = of("Person", "person", "person_id", "The contributor.")
    before: Any = stored(ContributionAsStated, "before", BEFORE, optional=True)
    after: Any = stored(ContributionAsStated, "after", AFTER, optional=True)
    current_before: Decimal | None = strawberry.field(description="How much they had added.")
    current_after: Decimal | None = strawberry.field(description="How much they had in the end.")


@nouns.shown(None)
class ParticipantDifference(Difference):
    """Who came to take part in an objective, or ceased to."""

    participant: Any = of("Participant", "participant", "id", "The part, while they take it.")
    objective: Any = of("Objective", "objective", "objective_id", "The objective.")
    person: Any = of("Person", "person", "person_id", "Who; null for a team.")
    team: Any = of("Team", "team", "team_id", "Which team; null for a person.")
    before: Any = stored(ParticipantAsStated, "before", BEFORE, optional=True)
    after: Any = stored(ParticipantAsStated, "after", AFTER, optional=True)


def differences(kind: type, column: str, description: str) -> Any:
    """What became of all things of a kind."""
    return read(StoredList(column=column), registry.listed(kind), description, shows=kind)
