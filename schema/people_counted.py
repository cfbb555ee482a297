"""Key results of which the same is expected of each member of a team, person by person."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import many, one
from server.reads.shapes import Relation


@nouns.shown(None)
class PersonReached:
    """How far one of the people has come of whom the same is expected."""

    person: Any = one("Person", "person", key="person_id", description="Who it is.")
    current: Decimal | None = strawberry.field(
        description="What they reported of themselves, as the key result reads its reports; "
        "null for silence."
    )
    progress: Decimal | None = strawberry.field(
        description="How far that is, 0 to 1; null where they reported nothing."
    )


def people() -> Any:
    """The people of a key result."""
    return many(
        PersonReached,
        Relation(view="key_result_person", on="key_result_id", order="person_id"),
        description="The members of the team of whom each is expected the same, also those who "
        "have said nothing; none where it is measured as a whole.",
    )
