"""How good the objectives of a cycle are, and how many: findings counted, and who has how many."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import many, read
from schema.finding import SEVERITIES
from schema.objective import owner
from server.okr.findings import FindingCode
from server.okr.words import Severity
from server.reads.shapes import Relation
from server.reads.sources import Words


@registry.known
@nouns.shown(None)
class FindingCount:
    """How often the same was found, as far as the viewer sees it."""

    code: FindingCode = strawberry.field(description="What was found.")
    severity: Any = read(Words(column="code", words=SEVERITIES), Severity, "How much it matters.")
    count: int = strawberry.field(description="How often.")


@registry.known
@nouns.shown(None)
class OwnerLoad:
    """How many active objectives an owner has in a cycle, as far as the viewer sees them."""

    owner: Any = owner("The team or the person.")
    active: int = strawberry.field(description="How many.")
    most: int = strawberry.field(description="Of how many at most, as was agreed.")


def quality_report() -> Any:
    """What was found in a cycle, counted."""
    return many(
        FindingCount,
        Relation(view="finding_count", on="cycle_id", order="place", daily=True),
        description="What is worth a second look about it and all in it, counted by code.",
        takes=[ON],
    )


def active_counts() -> Any:
    """Who has how many objectives in a cycle."""
    return many(
        OwnerLoad,
        Relation(view="owner_load", on="cycle_id"),
        description="How many active objectives each owner has in it, of how many at most.",
    )
