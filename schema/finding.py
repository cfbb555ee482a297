"""Findings in the graph: what may be worth a second look, worked out when it is asked for."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import many, read
from schema.filters import FindingFilter
from schema.node import Node
from schema.pages import connection
from server.okr.findings import FindingCode
from server.okr.rewrites import REWRITES
from server.okr.words import Severity
from server.reads.shapes import Relation
from server.reads.sources import Anything, Words

SEVERITIES = {each.name: each.severity for each in FindingCode}
MESSAGES = {each.name: each.meaning for each in FindingCode}
EXAMPLES = {each.name: rewrite for each, rewrite in REWRITES.items()}


@registry.known
@nouns.shown(None)
class Finding:
    """Something worth a second look, as far as the viewer sees it; it refuses nothing."""

    code: FindingCode = strawberry.field(description="What was found.")
    severity: Any = read(Words(column="code", words=SEVERITIES), Severity, "How much it matters.")
    message: Any = read(
        Words(column="code", words=MESSAGES), str, "What was found, and what would be right."
    )
    rewrite: Any = read(
        Words(column="code", words=EXAMPLES),
        str | None,
        "How it can be said otherwise: an example, where there is one.",
    )
    node: Any = read(Anything(column="noun_id"), Node | None, "What it is about.")


def findings() -> Any:
    """What was found about this noun itself."""
    return many(
        "Finding",
        Relation(view="finding", on="noun_id", order="place", daily=True),
        description="What is worth a second look about it.",
        takes=[ON],
    )


def findings_within(column: str, *, description: str) -> Any:
    """What was found about everything that belongs to this noun, in windows."""
    return connection(
        "Finding",
        Relation(view="finding", on=column, order="place", daily=True),
        filtered=FindingFilter,
        description=description,
    )
