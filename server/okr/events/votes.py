"""What a person voted where a team scored together."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID


@dataclass(kw_only=True)
class CastVote:
    """What one of those who scored together voted."""

    person_id: Annotated[UUID, "Who voted."]
    score: Annotated[Decimal, "0 to 1."]
