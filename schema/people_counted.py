"""Key results of which the same is expected of each member of a team, person by person."""

from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import one
from server.reads.shapes import Relation

PEOPLE = Relation(view="key_result_person", on="key_result_id", order="person_id")


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


async def _people(root: Any, info: Info[Any, Any]) -> Any:
    rows = await reads(root, info).rows(PEOPLE, root.id)
    return [registry.as_noun(PersonReached, row) for row in rows]


def people() -> Any:
    """The people of a key result."""
    return strawberry.field(
        resolver=_people,
        graphql_type=list[PersonReached],
        description="The members of the team of whom each is expected the same, also those who "
        "have said nothing; none where it is measured as a whole.",
    )
