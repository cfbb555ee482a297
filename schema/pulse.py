"""Pulses in the graph: what is asked, and what was answered without names, added up."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one, read
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation
from server.reads.sources import StoredList


@nouns.shown(None)
class PulseQuestion:
    """What a pulse asks, and once it is closed what was answered without names."""

    question: terms.Question = strawberry.field(description="What is asked.")
    answers: int | None = strawberry.field(
        description="How many answered from 1 to 5; null while it is open, where too few "
        "answered, and where words are asked for."
    )
    mean: Decimal | None = strawberry.field(description="The mean of what they answered.")


@nouns.shown(None)
class PulseRemark:
    """What somebody wrote without their name."""

    question: terms.Question = strawberry.field(description="What was asked.")
    words: str = strawberry.field(description="What was answered.")


@nouns.shown(None)
class PulseWords:
    """What somebody answered in their own name."""

    question: terms.Question = strawberry.field(description="What was asked.")
    text: str = strawberry.field(description="What was answered, in words or from 1 to 5.")


@registry.known
@nouns.shown(None)
class PulseAnswer(Node):
    """That somebody answered a pulse, for them; in their own name also for who asked."""

    pulse: Any = one("Pulse", "pulse", key="pulse_id", description="What was answered.")
    author: Any = one("Person", "person", key="author_id", description="Who answered.")
    holder: Any = one(
        "Person",
        "person",
        key="holder_id",
        optional=True,
        description="Who opened the pulse and may read it; null where it has no name.",
    )
    named: bool = strawberry.field(description="Whether it was said in one's own name.")
    answers: Any = read(
        StoredList(column="answers"),
        registry.listed(PulseWords),
        "What was said in one's own name; nothing where it was said without.",
        shows=PulseWords,
    )
    recorded_at: datetime = strawberry.field(description="When it was said.")


@registry.known
@nouns.shown(terms.Pulse)
class Pulse(terms.Pulse, Node):
    """Questions to people, and what they answered without their names."""

    cycle: Any = one(
        "Cycle", "cycle", key="cycle_id", description="The cycle in which they are asked."
    )
    team: Any = one(
        "Team",
        "team",
        key="team_id",
        optional=True,
        description="Whose people are asked, with those below it; null where everybody is.",
    )
    author: Any = one(
        "Person",
        "person",
        key="author_id",
        description="Who opened it; answers in one's own name are for them.",
    )
    state: terms.PulseState = strawberry.field(description="Whether it takes answers.")
    answers_least: int = strawberry.field(
        description="How many answers without a name it takes to show any, as was agreed when "
        "it was opened."
    )
    answered: int | None = strawberry.field(
        description="How many answered without a name; null while it is open."
    )
    withheld: bool = strawberry.field(
        description="Whether too few answered; then nothing of it was kept."
    )
    questions: Any = read(
        StoredList(column="results"),
        registry.listed(PulseQuestion),
        "What is asked, and what came of it.",
        shows=PulseQuestion,
    )
    remarks: Any = read(
        StoredList(column="remarks"),
        registry.listed(PulseRemark),
        "What was written without names, in the order of its letters.",
        shows=PulseRemark,
    )
    answers: Any = many(
        "PulseAnswer",
        Relation(view="pulse_answer", on="pulse_id"),
        description="One's own answer; to who opened it also those in one's own name.",
    )
    recorded_at: datetime = strawberry.field(description="When it was opened.")
    closed_at: datetime | None = strawberry.field(description="When it was closed.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Pulse")


def pulses(on: str, description: str) -> Any:
    """The pulses of a cycle or a team."""
    return connection("Pulse", Relation(view="pulse", on=on), description=description)
