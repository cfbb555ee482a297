"""How a field of the graph is declared: one line that says what it is and where it is read from."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import registry
from schema.context import reads
from server.reads.shapes import Relation


def one(
    noun: str,
    view: str,
    *,
    key: str,
    description: str,
    optional: bool = False,
    name: str | None = None,
) -> Any:
    """The one noun whose id stands in the column ``key``."""
    relation = Relation(view=view, on="id", key=key, order="id")

    async def resolve(root: Any, info: Info[Any, Any]) -> Any:
        row = await reads(root, info).row(relation, getattr(root, relation.key))
        return registry.shown(noun, row)

    kind = registry.lazily(noun)
    return _field(resolve, kind | None if optional else kind, description, relation, name)


def many(noun: str, relation: Relation, *, description: str) -> Any:
    """All nouns that hang on this one; there are limits to how many there can be."""

    async def resolve(root: Any, info: Info[Any, Any]) -> Any:
        rows = await reads(root, info).rows(relation, getattr(root, relation.key))
        return [registry.shown(noun, row) for row in rows]

    return _field(resolve, registry.listed(registry.lazily(noun)), description, relation)


def _field(
    resolve: Callable[..., Any],
    kind: Any,
    description: str,
    relation: Relation,
    name: str | None = None,
) -> Any:
    return strawberry.field(
        resolver=resolve,
        graphql_type=kind,
        description=description,
        name=name,
        metadata={"relation": relation},
    )


First = Annotated[int | None, strawberry.argument(description="How many from the beginning.")]
After = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="How many from the end.")]
Before = Annotated[
    str | None, strawberry.argument(description="Only what comes before this cursor.")
]
Id = Annotated[UUID, strawberry.argument(description="What names the thing.")]
