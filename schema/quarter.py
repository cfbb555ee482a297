"""What is due of an objective, quarter by quarter."""

from datetime import date
from typing import Any

import strawberry

from schema import nouns
from schema.fields import listed, many
from server.reads.shapes import Relation


@nouns.shown(None)
class Quarter:
    """A quarter of the calendar with what is due of an objective in it."""

    key: str = strawberry.field(description="As 2027-Q1.")
    starts_on: date = strawberry.field(description="First day.")
    ends_on: date = strawberry.field(description="Last day.")
    milestones: Any = listed("Milestone", "milestone", "milestone_ids", "Steps that are due in it.")
    key_results: Any = listed(
        "KeyResult", "key_result", "key_result_ids", "Key results that are due in it."
    )
    needs_support: Any = listed(
        "Request",
        "request",
        "request_ids",
        "Help that somebody asks for with what is due in it, still open.",
    )


def quarters() -> Any:
    """What is due, quarter by quarter."""
    return many(
        Quarter,
        Relation(view="quarter", on="objective_id", order="starts_on", within=True),
        description="What is due of it in each quarter, and where help is asked for.",
    )
