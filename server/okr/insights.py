"""Rules about insights: what was learned is kept, whatever became of the goal."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.refusals import Invalid, Objections
from server.okr.standing import Decision, Standing, stated

ABOUT = ("hypothesis_id", "objective_id", "key_result_id")


@dataclass(kw_only=True)
class AddInsight(terms.Insight):
    """Keep what was learned, for whoever decides later."""

    hypothesis_id: Annotated[UUID | None, "The hypothesis it was learned about."] = None
    objective_id: Annotated[UUID | None, "The objective it was learned on the way to."] = None
    key_result_id: Annotated[UUID | None, "The key result it was learned from, also if missed."] = (
        None
    )


def add_insight(standing: Standing, said: AddInsight) -> Decision:
    """Anybody who sees something learns from it."""
    named = stated(standing, said, ABOUT)
    objections = Objections()
    checks.unversioned(objections, standing)
    checks.named(objections, said.text, "text")
    objections.when(
        len(named) != 1,
        Invalid("It was learned from one thing: name it.", named[-1] if named else "text"),
    )
    objections.settle()
    objective_id = standing.key_result.objective.id if standing.key_result else said.objective_id
    fact = events.InsightAdded(
        insight_id=standing.new_id(),
        text=said.text,
        hypothesis_id=said.hypothesis_id,
        objective_id=objective_id,
        key_result_id=said.key_result_id,
    )
    return Decision(facts=[fact])
