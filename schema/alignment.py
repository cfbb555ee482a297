"""Alignments in the graph."""

from typing import Annotated, Any

import strawberry

from schema import nouns, registry
from schema.fields import one, read
from schema.finding import findings
from schema.key_result import KeyResult
from schema.node import Node
from schema.objective import Objective
from schema.revisions import revisions
from schema.stated import AlignmentAsStated
from server.okr import terms
from server.reads.shapes import Relation
from server.reads.sources import Either

OBJECTIVE = Relation(view="objective", on="id", key="to_objective_id", order="id")
KEY_RESULT = Relation(view="key_result", on="id", key="to_key_result_id", order="id")

AlignmentTarget = Annotated[
    Objective | KeyResult,
    strawberry.union("AlignmentTarget", description="What an objective can support."),
]


@registry.known
@nouns.shown(terms.Alignment)
class Alignment(terms.Alignment, Node):
    """A supports B. By default nothing is computed from it."""

    from_: Any = one(
        "Objective", "objective", key="objective_id", description="The supporter.", name="from"
    )
    to: Any = read(
        Either(ways=(("Objective", OBJECTIVE), ("KeyResult", KEY_RESULT))),
        AlignmentTarget,
        "What it supports.",
    )
    findings: Any = findings()
    version: int = strawberry.field(
        description="Number of facts about this alignment; send it as `expectedVersion`."
    )
    revisions: Any = revisions(AlignmentAsStated, "alignments", "How it was revised, oldest first.")
