"""Reviews in the graph: what was answered, decided, and left to come back to."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import many, one
from schema.node import Node, find_any
from server.okr import terms
from server.reads.shapes import Match, Relation, Window

AGENDA = Relation(view="team_agenda", on="owner_team_id", order="place")
MOST_ON_AN_AGENDA = 200


def about(noun: str, view: str, key: str) -> Any:
    """One of the things that a review or a follow-up can be about."""
    return one(noun, view, key=key, optional=True, description="What it is about, if it is this.")


def by() -> Any:
    """Who recorded it."""
    return one("Person", "person", key="author_id", optional=True, description="Who recorded it.")


@registry.known
@nouns.shown(terms.Answer)
class Answer(terms.Answer, Node):
    """What a review answered to a question."""

    review: Any = one(
        "Review", "review", key="review_id", description="The review in which it was given."
    )


async def _revision(root: Any, info: Info[Any, Any]) -> Any:
    return await find_any(reads(root, info), root.revision_id)


def _carried_out(root: Any) -> bool:
    if root.decision == terms.Course.KEEP:
        return bool(root.state != terms.ObjectiveState.WITHDRAWN)
    ended = root.state in (terms.ObjectiveState.WITHDRAWN, terms.ObjectiveState.CLOSED)
    revised = root.revision_id is not None
    return {"ADJUST": revised, "STOP": ended, "TRADE_OFF": ended or revised}[root.decision]


@registry.known
@nouns.shown(terms.ReviewDecision)
class ReviewDecision(terms.ReviewDecision, Node):
    """What a review decided about an objective or a key result, and what followed."""

    review: Any = one(
        "Review", "review", key="review_id", description="The review that decided it."
    )
    objective: Any = about("Objective", "objective", "objective_id")
    key_result: Any = about("KeyResult", "key_result", "key_result_id")
    in_favour_of_objective: Any = one(
        "Objective",
        "objective",
        key="in_favour_of_objective_id",
        optional=True,
        description="For a trade-off: the objective that it gave way to.",
    )
    in_favour_of_key_result: Any = one(
        "KeyResult",
        "key_result",
        key="in_favour_of_key_result_id",
        optional=True,
        description="For a trade-off: the key result that it gave way to.",
    )
    revision: Any = strawberry.field(
        resolver=_revision,
        graphql_type=Node | None,
        description="The first revision that followed, if any.",
    )
    withdrawn_because: str | None = strawberry.field(
        description="If it was given up: the reason that was told then."
    )
    carried_out: bool = strawberry.field(
        resolver=_carried_out,
        description="KEEP: it was not given up; ADJUST: it was revised since; "
        "STOP: it ended; TRADE_OFF: it ended or was revised since.",
    )


@registry.known
@nouns.shown(terms.FollowUp)
class FollowUp(terms.FollowUp, Node):
    """Something to come back to, open until it is resolved."""

    open: bool = strawberry.field(description="Whether it still is to be come back to.")
    outcome: str | None = strawberry.field(description="What came of it.")
    review: Any = one(
        "Review", "review", key="review_id", optional=True, description="The review that left it."
    )
    objective: Any = about("Objective", "objective", "objective_id")
    key_result: Any = about("KeyResult", "key_result", "key_result_id")
    team: Any = about("Team", "team", "team_id")
    obstacle: Any = about("Obstacle", "obstacle", "obstacle_id")
    of_cycle: Any = one(
        "Cycle", "cycle", key="of_cycle_id", optional=True, description="The cycle it comes from."
    )
    for_cycle: Any = one(
        "Cycle",
        "cycle",
        key="for_cycle_id",
        optional=True,
        description="The cycle it waits for; null where every later one finds it.",
    )
    author: Any = by()
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )


@registry.known
@nouns.shown(terms.Review)
class Review(terms.Review, Node):
    """A record of people sitting together over something."""

    objective: Any = about("Objective", "objective", "objective_id")
    key_result: Any = about("KeyResult", "key_result", "key_result_id")
    team: Any = about("Team", "team", "team_id")
    cycle: Any = one(
        "Cycle",
        "cycle",
        key="of_cycle_id",
        optional=True,
        description="The cycle it is about, or in which that lies.",
    )
    author: Any = by()
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    participants: Any = many(
        "Person",
        Relation(view="review_participant", on="review_id"),
        description="The people who took part.",
    )
    agenda: Any = many(
        "Obstacle",
        Relation(view="review_agenda", on="review_id", order="agenda_place"),
        description="What was in the way of the team when the review was recorded.",
    )
    answers: Any = many(
        "Answer",
        Relation(view="answer", on="review_id", order="place"),
        description="What was answered, in the order in which it was told.",
    )
    decisions: Any = many(
        "ReviewDecision",
        Relation(view="review_decision", on="review_id", order="place"),
        description="What was decided.",
    )
    follow_ups: Any = many(
        "FollowUp",
        Relation(view="follow_up", on="review_id", order="place"),
        description="What was left to come back to.",
    )
    version: int = strawberry.field(description="Number of facts about this review.")


@nouns.shown(None)
class CycleInputs:
    """What earlier cycles left for this one."""

    follow_ups: Any = many(
        "FollowUp",
        Relation(view="cycle_follow_up", on="in_cycle_id", order="place"),
        description="Parked for this cycle, or open and from before it.",
    )
    lessons: Any = many(
        "Answer",
        Relation(view="cycle_lesson", on="in_cycle_id", order="place"),
        description="What earlier reviews learned, and said can improve.",
    )


def _inputs(root: Any, info: Info[Any, Any]) -> Any:
    return registry.as_noun(CycleInputs, {"id": root.id, "reads": reads(root, info)})


def inputs() -> Any:
    """What a cycle begins with."""
    return strawberry.field(
        resolver=_inputs,
        graphql_type=CycleInputs,
        description="What earlier cycles left for this one, to begin drafting with.",
    )


@nouns.shown(None)
class Agenda:
    """What a team has to talk about."""

    obstacles: Any = strawberry.field(
        graphql_type=registry.listed(registry.lazily("Obstacle")),
        description="What is in the way of its key results, oldest first.",
    )
    follow_ups: Any = strawberry.field(
        graphql_type=registry.listed(registry.lazily("FollowUp")),
        description="What its reviews left to come back to.",
    )


async def _agenda(
    root: Any,
    info: Info[Any, Any],
    cycle_id: Annotated[
        UUID | None, strawberry.argument(description="Obstacles of this cycle alone.")
    ] = None,
) -> Any:
    loader = reads(root, info)
    window = Window(limit=MOST_ON_AN_AGENDA)
    of_cycle = () if cycle_id is None else (Match(column="cycle_id", value=cycle_id),)
    met = await loader.page(AGENDA, window, of_cycle, root.id)
    still_open = (Match(column="open", value=True),)
    left = await loader.page(
        Relation(view="follow_up", on="team_id", order="place"), window, still_open, root.id
    )
    found = {"obstacles": ("Obstacle", met), "follow_ups": ("FollowUp", left)}
    return registry.as_noun(
        Agenda,
        {
            name: [registry.shown(noun, row) for row in page.rows]
            for name, (noun, page) in found.items()
        },
    )


def agenda() -> Any:
    """What a team has to talk about."""
    return strawberry.field(
        resolver=_agenda,
        graphql_type=Agenda,
        description="What the team has to talk about: what is in its way, and what was left.",
    )
