"""Cases and their steps in the graph."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one
from schema.filters import CaseFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.review import about, of_cycle
from server.okr import terms
from server.reads.shapes import Relation


def steps(on: str, description: str) -> Any:
    """What is to be done for something."""
    return many("Step", Relation(view="step", on=on), description=description)


@registry.known
@nouns.shown(None)
class StepStanding:
    """How far a step is, by those of its objectives that the viewer sees."""

    state: terms.StepState = strawberry.field(description="How far it is.")
    objectives: int = strawberry.field(
        description="How many objectives it is taken with that were not withdrawn."
    )
    met: int = strawberry.field(description="How many of them are met.")
    progress: Decimal | None = strawberry.field(
        description="How far they are on average; null where none is known."
    )


@registry.known
@nouns.shown(terms.Step)
class Step(terms.Step, Node):
    """Something to do for a case, or on the list of a meeting."""

    case: Any = one(
        "Case", "filed_case", key="case_id", optional=True, description="The case, if it is of one."
    )
    meeting: Any = one(
        "Meeting",
        "meeting",
        key="meeting_id",
        optional=True,
        description="The meeting, if it is on the list of one.",
    )
    owner_person: Any = one(
        "Person", "person", key="owner_person_id", optional=True, description="Who is to do it."
    )
    objectives: Any = many(
        "Objective",
        Relation(view="step_objective", on="step_id"),
        description="The objectives with which it is taken, over cycles.",
    )
    standing: Any = one(
        StepStanding, "step_standing", key="id", description="How far it is by its objectives."
    )
    done: bool = strawberry.field(description="Whether it is done.")
    done_on: date | None = strawberry.field(description="The day on which it was done.")
    done_by: Any = one(
        "Person", "person", key="done_by_id", optional=True, description="Who said so."
    )
    note: str | None = strawberry.field(description="What was said about it then.")
    recorded_at: datetime = strawberry.field(description="When it was said first.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Step")


@registry.known
@nouns.shown(terms.Case)
class Case(terms.Case, Node):
    """Something to be dealt with: by somebody, in steps, until there is an outcome."""

    objective: Any = about("Objective", "objective", "objective_id")
    key_result: Any = about("KeyResult", "key_result", "key_result_id")
    team: Any = about("Team", "team", "team_id")
    cycle: Any = of_cycle()
    of_team: Any = one(
        "Team",
        "team",
        key="of_team_id",
        optional=True,
        description="The team at the other end: whose work it waits for.",
    )
    cross_team: bool = strawberry.field(
        description="Whether it waits for another team than the one that it is about."
    )
    owner_person: Any = one(
        "Person", "person", key="owner_person_id", description="Who deals with it."
    )
    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who opened it."
    )
    mentorship: Any = one(
        "Mentorship",
        "mentorship",
        key="mentorship_id",
        optional=True,
        description="For a career: the mentorship whose two people see it.",
    )
    state: terms.CaseState = strawberry.field(description="How it stands.")
    outcome: str | None = strawberry.field(description="What came of it.")
    steps: Any = steps("case_id", "What is to be done.")
    recorded_at: datetime = strawberry.field(description="When it was opened.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Case")


def cases_of(on: str, description: str) -> Any:
    """The cases that hang on a noun."""
    return connection(
        "Case",
        Relation(view="filed_case", on=on),
        filtered=CaseFilter,
        description=description,
    )
