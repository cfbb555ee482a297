"""Reviews in the graph: what was answered, decided, and left to come back to."""

from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry

from schema import nouns, registry
from schema.fields import listed, many, one, read, taken
from schema.node import Node
from schema.recognition import recognitions
from server.okr import terms
from server.reads.shapes import Match, Relation
from server.reads.sources import Anything, Here


def about(noun: str, view: str, key: str) -> Any:
    """One of the things that a review or a follow-up can be about."""
    return one(noun, view, key=key, optional=True, description="What it is about, if it is this.")


def of_cycle() -> Any:
    """The cycle in which what it is about lies, too."""
    told = "The cycle it is about, or in which that lies."
    return one("Cycle", "cycle", key="of_cycle_id", optional=True, description=told)


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
    by: Any = one(
        "Person",
        "person",
        key="by_person_id",
        optional=True,
        description="Who gave it; null where all did together.",
    )


@registry.known
@nouns.shown(terms.ReviewDecision)
class ReviewDecision(terms.ReviewDecision, Node):
    """What a review decided about an objective, a key result or work, and what followed."""

    review: Any = one(
        "Review", "review", key="review_id", description="The review that decided it."
    )
    objective: Any = about("Objective", "objective", "objective_id")
    key_result: Any = about("KeyResult", "key_result", "key_result_id")
    work_item: Any = about("WorkItem", "work_item", "work_item_id")
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
    revision: Any = read(
        Anything(column="revision_id"), Node | None, "The first revision that followed, if any."
    )
    withdrawn_because: str | None = strawberry.field(
        description="If it was given up: the reason that was told then."
    )
    carried_out: bool = strawberry.field(
        description="KEEP: it was not given up; ADJUST: it was revised since; "
        "STOP: it ended; TRADE_OFF: it ended or was revised since. "
        "Work is revised where it is edited.",
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
    became_objective: Any = one(
        "Objective",
        "objective",
        on="follow_up_id",
        key="id",
        optional=True,
        description="The objective that was drafted from it, if the viewer sees it.",
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
    cycle: Any = of_cycle()
    work_item: Any = about("WorkItem", "work_item", "work_item_id")
    sprints: Any = listed(
        "WorkItem",
        "work_item",
        "sprint_ids",
        "For MILESTONE: the sprints that were looked at.",
    )
    meeting: Any = one(
        "Meeting",
        "meeting",
        key="meeting_id",
        optional=True,
        description="The meeting in which that was, if that is told.",
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
    recognitions: Any = recognitions("review_id", description="What was recognized in it.")
    version: int = strawberry.field(description="Number of facts about this review.")


@nouns.shown(None)
class CycleInputs:
    """What earlier cycles left for this one."""

    follow_ups: Any = many(
        "FollowUp",
        Relation(view="cycle_follow_up", on="in_cycle_id", order="place"),
        description="Parked for this cycle, or open and from before it.",
    )
    ideas: Any = many(
        "FollowUp",
        Relation(
            view="cycle_follow_up",
            on="in_cycle_id",
            order="place",
            where=(Match(column="kind", value="IDEA"),),
        ),
        description="What people suggest for it, taken up or not.",
    )
    lessons: Any = many(
        "Answer",
        Relation(view="cycle_lesson", on="in_cycle_id", order="place"),
        description="What earlier reviews learned, and said can improve.",
    )


def inputs() -> Any:
    """What a cycle begins with."""
    return read(
        Here(),
        CycleInputs,
        "What earlier cycles left for this one, to begin drafting with.",
        shows=CycleInputs,
    )


@nouns.shown(None)
class Agenda:
    """What a team has to talk about."""

    obstacles: Any = listed(
        "Obstacle",
        "obstacle",
        "obstacle_ids",
        "What is in the way of its key results, oldest first.",
    )
    follow_ups: Any = listed(
        "FollowUp", "follow_up", "follow_up_ids", "What its reviews left to come back to."
    )


def agenda() -> Any:
    """What a team has to talk about."""
    return one(
        Agenda,
        "agenda",
        on="team_id",
        key="id",
        taken=("cycle_id",),
        takes=[taken("cycle_id", UUID | None, "Obstacles of this cycle alone.")],
        description="What the team has to talk about: what is in its way, and what was left.",
    )
