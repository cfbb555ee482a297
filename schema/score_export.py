"""Scores taken out about a person, in the graph: who asked for them, and what for."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one, read
from schema.node import Node
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation
from server.reads.sources import Words

WATERMARKS = {
    each.name: f"{each.meaning} Scores say how work went, not how good somebody is."
    for each in terms.ScorePurpose
}


@nouns.shown(None)
class ExportedScore:
    """What one objective came to."""

    objective: Any = one(
        "Objective", "objective", key="objective_id", within=True, description="The objective."
    )
    score: Decimal | None = strawberry.field(
        description="Its score, agreed or else computed; null where none is known."
    )


@registry.known
@nouns.shown(terms.ScoreExport)
class ScoreExport(terms.ScoreExport, Node):
    """That somebody asked for the scores of a person; everybody sees who, and what for."""

    person: Any = one("Person", "person", key="person_id", description="Whose scores.")
    cycle: Any = one("Cycle", "cycle", key="cycle_id", description="Of which cycle.")
    given: bool = strawberry.field(
        description="Whether they were given: for appraisal they are not."
    )
    watermark: Any = read(
        Words(column="purpose", words=WATERMARKS),
        str,
        "What has to stand wherever the scores are shown.",
    )
    scores: Any = many(
        ExportedScore,
        Relation(view="exported_score", on="score_export_id"),
        description="Of the objectives that the person owns, as they are at the moment that is "
        "read, as far as the viewer sees them; none where they were not given.",
    )
    author: Any = one("Person", "person", key="author_id", description="Who asked for them.")
    recorded_at: datetime = strawberry.field(description="When they did.")


def score_exports(on: str, key: str, description: str) -> Any:
    """Who asked for scores."""
    return connection(
        "ScoreExport", Relation(view="score_export", on=on, key=key), description=description
    )
