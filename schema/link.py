"""Links between objectives in the graph, and the sequences they make."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import listed, many, one, read
from schema.node import Node
from server.okr import terms
from server.reads.shapes import Relation
from server.reads.sources import Fixed


@registry.known
@nouns.shown(terms.Link)
class Link(terms.Link, Node):
    """A tie from an objective to another, or to what it comes from; nothing is computed from it."""

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
    aspiration: Any = one(
        "Aspiration",
        "aspiration",
        key="to_aspiration_id",
        optional=True,
        description="The mission, vision or theme that it serves, if it leads there.",
    )
    hypothesis: Any = one(
        "Hypothesis",
        "hypothesis",
        key="to_hypothesis_id",
        optional=True,
        description="The hypothesis that the objective tests, if it leads there.",
    )
    insight: Any = one(
        "Insight",
        "insight",
        key="to_insight_id",
        optional=True,
        description="The insight that the objective rests on, if it leads there.",
    )
    kpi: Any = one(
        "Kpi",
        "kpi",
        key="to_kpi_id",
        optional=True,
        description="The KPI that the objective is to recover, if it leads there.",
    )


@nouns.shown(None)
class ChainStep:
    """An objective in its place in a sequence."""

    objective: Any = one("Objective", "objective", key="id", description="The objective.")
    value: Decimal | None = strawberry.field(description="How far it is, 0 to 1.")
    counted: bool = strawberry.field(description="Whether it is in the mean.")
    because: str | None = strawberry.field(description="Why it was left out.")


@nouns.shown(None)
class Chain:
    """A sequence of objectives, each following the one before, as far as the viewer sees it."""

    objectives: Any = listed(
        "Objective",
        "objective",
        "objective_ids",
        "All of them, in the order of their cycles.",
    )
    progress: Decimal | None = strawberry.field(description="The mean of those that count, 0 to 1.")
    formula: Any = read(Fixed(value="mean_of_chain/1"), str, "Name and version of the rule.")
    because: str | None = strawberry.field(description="Why there is no number.")
    steps: Any = many(
        ChainStep,
        Relation(view="chain", on="start_id", key="start_id", order="place"),
        description="What the number rests on, and what was left out.",
    )


def chain() -> Any:
    """The sequence that an objective stands in."""
    return one(
        Chain,
        "sequence",
        on="start_id",
        key="id",
        description="The sequence it stands in: all that come before it, and all that come after.",
    )
