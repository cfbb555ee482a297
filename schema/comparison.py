"""Comparisons in the graph: what changed between two moments."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns
from schema.difference import (
    AlignmentDifference,
    ContributionDifference,
    KeyResultDifference,
    ObjectiveDifference,
    ParticipantDifference,
    differences,
)
from schema.fields import demanded, read, taken
from schema.moment import AsOf
from schema.words import Position
from server.reads.shapes import Relation
from server.reads.sources import Between

FROM = demanded("earlier", AsOf, "The first moment.", called="from")
TO = taken(
    "later", AsOf | None, "The second moment; if left out the one that is read.", called="to"
)


@nouns.shown(None)
class Comparison:
    """What changed between two moments, as far as the viewer saw it then and sees it now."""

    from_position: Position = strawberry.field(description="The position of the first moment.")
    from_recorded_at: datetime | None = strawberry.field(
        description="When the fact at that position was recorded."
    )
    to_position: Position = strawberry.field(description="The position of the second moment.")
    to_recorded_at: datetime | None = strawberry.field(
        description="When the fact at that position was recorded."
    )
    objectives: Any = differences(
        ObjectiveDifference, "objectives", "What became of objectives; the first 1,000."
    )
    key_results: Any = differences(
        KeyResultDifference, "key_results", "What became of key results; the first 1,000."
    )
    alignments: Any = differences(
        AlignmentDifference,
        "alignments",
        "What became of alignments from and to the objectives; the first 1,000.",
    )
    contributions: Any = differences(
        ContributionDifference,
        "contributions",
        "What became of the parts that people took on; the first 1,000.",
    )
    participants: Any = differences(
        ParticipantDifference,
        "participants",
        "Who came to take part in objectives, and who ceased to; the first 1,000.",
    )


def compare(description: str) -> Any:
    """What changed of what belongs to a noun."""
    relation = Relation(view="comparison", on="scope_id", key="id", order="scope_id")
    return read(
        Between(relation=relation), Comparison, description, shows=Comparison, takes=[FROM, TO]
    )
