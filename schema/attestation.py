"""What people say holds of objectives and key results, and which tests that makes them pass."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, one
from schema.filters import AttestationFilter
from schema.node import Node
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Attestation)
class Attestation(terms.Attestation, Node):
    """What a person says holds of something, or does not, as it then stood."""

    author: Any = one("Person", "person", key="person_id", description="Who says it.")
    objective: Any = belonging(
        "Objective",
        "objective",
        "The objective it is about; null where it is about what was made known of a whole cycle.",
    )
    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result it is about; null where it is about the whole objective.",
    )
    announcement: Any = one(
        "Announcement",
        "announcement",
        key="announcement_id",
        optional=True,
        description="What was made known that it is about, if any.",
    )
    request: Any = one(
        "Request",
        "request",
        key="request_id",
        optional=True,
        description="The proposal that it is about, if any.",
    )
    stands: bool = strawberry.field(
        description="Whether it is the latest of its person on this; earlier ones are kept."
    )
    stale: bool = strawberry.field(
        description="Whether what it is about was changed since: asked again, it may not hold. "
        "What is necessary or sufficient depends on all key results of the objective."
    )
    recorded_at: datetime = strawberry.field(description="When it was said.")


@nouns.shown(None)
class ObjectiveTests:
    """What was said last of an objective as it stands; null where nobody did."""

    untested: int = strawberry.field(
        description="How many of its key results have not been found necessary."
    )
    sufficient: bool | None = strawberry.field(
        description="Whether its key results, all reached, would surely reach it."
    )
    ambitious: bool | None = strawberry.field(description="Whether it asks for more than usual.")
    achievable: bool | None = strawberry.field(description="Whether it can be reached.")
    actionable: bool | None = strawberry.field(
        description="Whether those who have it know what to do for it."
    )
    meaningful: bool | None = strawberry.field(description="Whether it means something to people.")
    within_control: bool | None = strawberry.field(
        description="Whether whoever owns it says that it is within their control."
    )


@nouns.shown(None)
class KeyResultTests:
    """What was said last of a key result as it stands, null where nobody did, and what it shows."""

    necessary: bool | None = strawberry.field(
        description="Whether the objective would not be reached without it; "
        "false where it may be pruned."
    )
    specific: bool | None = strawberry.field(
        description="Whether everybody understands the same by it."
    )
    measurable: bool = strawberry.field(
        description="Whether a number, a day or steps say when it is reached, from a start that "
        "is known: more than done or not done. Computed."
    )
    achievable: bool | None = strawberry.field(description="Whether it can be reached.")
    relevant: bool | None = strawberry.field(description="Whether it matters for the objective.")
    time_bound: bool = strawberry.field(
        description="Whether a day is stated for it or its objective, and not only the end of "
        "the cycle. Computed."
    )


def attestations(on: str, *, description: str) -> Any:
    """What people said holds of a noun."""
    relation = Relation(view="attestation", on=on)
    return connection("Attestation", relation, filtered=AttestationFilter, description=description)


def objective_tests() -> Any:
    """Which tests an objective passes."""
    return one(
        ObjectiveTests,
        "objective_tests",
        key="id",
        within=True,
        description="Which tests it passes as it stands, by the last word on each.",
    )


def key_result_tests() -> Any:
    """Which tests a key result passes: whether it is SMART, and necessary."""
    return one(
        KeyResultTests,
        "key_result_tests",
        key="id",
        within=True,
        description="Which tests it passes as it stands: specific, measurable, achievable, "
        "relevant, time-bound, and necessary.",
    )
