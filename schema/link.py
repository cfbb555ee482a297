"""Links between objectives in the graph, and the sequences they make."""

from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import one
from schema.node import Node, find
from server.okr import terms
from server.reads.shapes import Relation

CHAIN = Relation(view="chain", on="start_id", order="place")


@registry.known
@nouns.shown(terms.Link)
class Link(terms.Link, Node):
    """A tie from an objective to another; nothing is computed from it."""

    from_: Any = one(
        "Objective", "objective", key="objective_id", description="The later one.", name="from"
    )
    to: Any = one(
        "Objective",
        "objective",
        key="to_objective_id",
        optional=True,
        description="The earlier one, if it leads to an objective.",
    )
    lesson: Any = one(
        "Answer",
        "answer",
        key="to_answer_id",
        optional=True,
        description="What a review taught, if it leads there.",
    )


async def _objective(root: Any, info: Info[Any, Any]) -> Any:
    return await find(reads(root, info), "Objective", root.id)


@nouns.shown(None)
class ChainStep:
    """An objective in its place in a sequence."""

    objective: Any = strawberry.field(
        resolver=_objective,
        graphql_type=registry.lazily("Objective"),
        description="The objective.",
    )
    value: Decimal | None = strawberry.field(description="How far it is, 0 to 1.")
    counted: bool = strawberry.field(description="Whether it is in the mean.")
    because: str | None = strawberry.field(description="Why it was left out.")


def _steps(root: Any) -> Any:
    return [registry.as_noun(ChainStep, row) for row in root.rows]


async def _objectives(root: Any) -> Any:
    return [await find(row["reads"], "Objective", row["id"]) for row in root.rows]


def _progress(root: Any) -> Any:
    return root.rows[0]["mean"]


def _because(root: Any) -> str | None:
    nothing = root.rows[0]["mean"] is None
    return "Nothing is known yet of any objective that counts." if nothing else None


@nouns.shown(None)
class Chain:
    """A sequence of objectives, each following the one before, as far as the viewer sees it."""

    objectives: Any = strawberry.field(
        resolver=_objectives,
        graphql_type=registry.listed(registry.lazily("Objective")),
        description="All of them, in the order of their cycles.",
    )
    progress: Decimal | None = strawberry.field(
        resolver=_progress, description="The mean of those that count, 0 to 1."
    )
    formula: str = strawberry.field(
        resolver=lambda: "mean_of_chain/1", description="Name and version of the rule."
    )
    because: str | None = strawberry.field(resolver=_because, description="Why there is no number.")
    steps: Any = strawberry.field(
        resolver=_steps,
        graphql_type=list[ChainStep],
        description="What the number rests on, and what was left out.",
    )


async def _chain(root: Any, info: Info[Any, Any]) -> Any:
    return registry.as_noun(Chain, {"rows": await reads(root, info).rows(CHAIN, root.id)})


def chain() -> Any:
    """The sequence that an objective stands in."""
    return strawberry.field(
        resolver=_chain,
        graphql_type=Chain,
        description="The sequence it stands in: all that come before it, and all that come after.",
    )
