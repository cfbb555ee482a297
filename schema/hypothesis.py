"""Hypotheses in the graph: what is assumed, how it is tried, what became of it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.events import events_about
from schema.fields import many, one
from schema.insight import insights
from schema.node import Node
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Hypothesis)
class Hypothesis(terms.Hypothesis, Node):
    """Something that is assumed and can be tried, so that objectives rest on more than opinion."""

    owner_team: Any = one(
        "Team", "team", key="owner_team_id", optional=True, description="The team that tries it."
    )
    author: Any = one("Person", "person", key="author_id", description="Who stated it.")
    recorded_at: datetime = strawberry.field(description="When it was stated.")
    refines: Any = one(
        "Hypothesis",
        "hypothesis",
        key="refines_id",
        optional=True,
        description="The earlier one that it says better, if there is one.",
    )
    refined_by: Any = many(
        "Hypothesis",
        Relation(view="hypothesis", on="refines_id"),
        description="The later ones that say it better.",
    )
    verdict: terms.Verdict | None = strawberry.field(
        description="What became of it; null while it is being tried."
    )
    reason: str | None = strawberry.field(description="What speaks for that.")
    experiments: Any = many(
        "Experiment",
        Relation(view="experiment", on="hypothesis_id"),
        description="How it is tried.",
    )
    linked_by: Any = many(
        "Link",
        Relation(view="link", on="to_hypothesis_id"),
        description="The ties of objectives that test it.",
    )
    key_results: Any = many(
        "KeyResult",
        Relation(view="tested_key_result", on="tested_id"),
        description="The key results of objectives that test it, each with the evidence it gave.",
    )
    insights: Any = insights("hypothesis_id", "What was learned about it.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Hypothesis")
    events: Any = events_about("the hypothesis and its experiments")


@registry.known
@nouns.shown(terms.Experiment)
class Experiment(terms.Experiment, Node):
    """A way in which a hypothesis is tried."""

    hypothesis: Any = one(
        "Hypothesis", "hypothesis", key="hypothesis_id", description="What is tried."
    )
    work_item: Any = one(
        "WorkItem",
        "work_item",
        key="work_item_id",
        optional=True,
        description="The piece of work in which that is done, if it is one.",
    )
    variants: Any = many(
        "Variant",
        Relation(view="variant", on="experiment_id", order="place"),
        description="What is held against each other.",
    )
    result: str | None = strawberry.field(description="What came of it; null while nobody knows.")
    winner: Any = one(
        "Variant",
        "variant",
        key="winner_id",
        optional=True,
        description="The variant that did best, if one did.",
    )
    author: Any = one("Person", "person", key="author_id", description="Who set it up.")
    recorded_at: datetime = strawberry.field(description="When it was set up.")
    permissions: Any = permissions("Experiment")


@registry.known
@nouns.shown(terms.Variant)
class Variant(terms.Variant, Node):
    """One of the ways that an experiment holds against each other."""

    experiment: Any = one(
        "Experiment", "experiment", key="experiment_id", description="In which experiment."
    )
    value: Decimal | None = strawberry.field(description="What was measured of it.")
    result: str | None = strawberry.field(description="What was seen of it.")
