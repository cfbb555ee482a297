"""What is due of an objective, quarter by quarter."""

from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.node import find
from server.reads.shapes import Relation

ITEMS = Relation(view="quarter_item", on="objective_id", order="place")
MONTHS = 3


def _items(noun: str, kind: str, description: str) -> Any:
    async def resolve(root: Any, info: Info[Any, Any]) -> Any:
        ids = [row["id"] for row in root.rows if row["kind"] == kind]
        return [await find(reads(root, info), noun, each) for each in ids]

    listed = registry.listed(registry.lazily(noun))
    return strawberry.field(resolver=resolve, graphql_type=listed, description=description)


def _key(root: Any) -> str:
    return f"{root.starts_on.year}-Q{(root.starts_on.month - 1) // MONTHS + 1}"


def _ends_on(root: Any) -> date:
    """The day before the next quarter: whatever month it has, day 1 and 100 days on lie in it."""
    within: date = root.starts_on + timedelta(days=100)
    return within.replace(day=1) - timedelta(days=1)


@nouns.shown(None)
class Quarter:
    """A quarter of the calendar with what is due of an objective in it."""

    key: str = strawberry.field(resolver=_key, description="As 2027-Q1.")
    starts_on: date = strawberry.field(description="First day.")
    ends_on: date = strawberry.field(resolver=_ends_on, description="Last day.")
    milestones: Any = _items("Milestone", "MILESTONE", "Steps that are due in it.")
    key_results: Any = _items("KeyResult", "KEY_RESULT", "Key results that are due in it.")
    needs_support: Any = _items(
        "Request", "REQUEST", "Help that somebody asks for with what is due in it, still open."
    )


async def _quarters(root: Any, info: Info[Any, Any]) -> Any:
    rows = await reads(root, info).rows(ITEMS, root.id)
    return [
        registry.as_noun(
            Quarter, {"starts_on": quarter, "rows": list(items), "reads": reads(root, info)}
        )
        for quarter, items in groupby(rows, itemgetter("quarter"))
    ]


def quarters() -> Any:
    """What is due, quarter by quarter."""
    return strawberry.field(
        resolver=_quarters,
        graphql_type=list[Quarter],
        description="What is due of it in each quarter, and where help is asked for.",
    )
