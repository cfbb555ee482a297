"""How much is changed after the start."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import one


@nouns.shown(None)
class Churn:
    """How much was changed after the cycle had started."""

    revisions: int = strawberry.field(description="Changes of objectives and key results.")
    key_result_revisions: int = strawberry.field(description="Changes of key results among them.")
    key_results_revised: int = strawberry.field(
        description="Key results that were changed at least once."
    )
    share: Decimal | None = strawberry.field(
        description="Their share of all key results; null where there are none."
    )
    last_revised_at: datetime | None = strawberry.field(description="When the last change came.")


def churn(view: str) -> Any:
    """How much of a noun was changed after the start."""
    return one(
        Churn,
        view,
        on="noun_id",
        key="id",
        description="How much was changed after the cycle had started.",
    )
