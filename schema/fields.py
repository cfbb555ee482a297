"""How a field of the graph is declared: one line that says what it is and what it is read from."""

from collections.abc import Sequence
from dataclasses import MISSING, fields
from inspect import Parameter, Signature
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import registry
from schema.context import reads
from schema.moment import reads_as_of
from schema.resolve import Asking, resolve
from server.reads.shapes import Relation
from server.reads.sources import Column, Listed, Many, One, Source, Stored, Value

METADATA = "source"
HUNG = {each.name for each in fields(Relation)}
ROOT = Parameter("root", Parameter.POSITIONAL_OR_KEYWORD, annotation=Any)
INFO = Parameter("info", Parameter.POSITIONAL_OR_KEYWORD, annotation=Info[Any, Any])


def taken(
    name: str, kind: Any, description: str, *, default: Any = None, called: str | None = None
) -> Parameter:
    """An argument of a field with its sentence, as a function would take it."""
    annotation = Annotated[kind, strawberry.argument(description=description, name=called)]
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def demanded(name: str, kind: Any, description: str, *, called: str | None = None) -> Parameter:
    """An argument that has to be there."""
    return taken(name, kind, description, default=Parameter.empty, called=called)


FIRST = taken("first", int | None, "How many from the beginning.")
AFTER = taken("after", str | None, "Only what comes after this cursor.")
LAST = taken("last", int | None, "How many from the end.")
BEFORE = taken("before", str | None, "Only what comes before this cursor.")
WINDOW = (FIRST, AFTER, LAST, BEFORE)
ID = demanded("id", UUID, "What names the thing.")


def read(
    source: Source,
    kind: Any,
    description: str,
    *,
    shows: str | type | None = None,
    takes: Sequence[Parameter] = (),
    name: str | None = None,
) -> Any:
    """A field of a kind that is read from a source; ``shows`` is the type that its rows become."""

    async def resolver(root: Any, info: Info[Any, Any], **said: Any) -> Any:
        root, loader = root or info.context.root, reads(root, info)
        if "as_of" in said:
            loader = await reads_as_of(info, said.pop("as_of"))
        asking = Asking(root=root, info=info, reads=loader, shows=shows, asked=source.asked(said))
        return await resolve(source, asking)

    resolver.__signature__ = Signature([ROOT, INFO, *takes])  # type: ignore[attr-defined]
    return strawberry.field(
        resolver=resolver,
        graphql_type=kind,
        description=description,
        name=name,
        metadata={METADATA: source},
    )


def stored(shows: str | type, column: str, description: str, *, optional: bool = False) -> Any:
    """What a column kept as it was stated at the time, shown as a type."""
    kind = registry.kind(shows)
    kind = kind | None if optional else kind
    return read(Stored(column=column), kind, description, shows=shows)


def one(
    shows: str | type,
    view: str,
    *,
    description: str,
    optional: bool = False,
    name: str | None = None,
    takes: Sequence[Parameter] = (),
    **more: Any,
) -> Any:
    """The one row of a view that a key of this one leads to; ``more`` is of relation and source."""
    hung = {each: more.pop(each) for each in HUNG & more.keys()}
    relation = Relation(view=view, **{"on": "id", "order": hung.get("on", "id")} | hung)
    kind = registry.kind(shows)
    return read(
        One(relation=relation, **more),
        kind | None if optional else kind,
        description,
        shows=shows,
        takes=takes,
        name=name,
    )


def belonging(shows: str, view: str, description: str) -> Any:
    """What a row belongs to, if it does: whoever sees the row sees that."""
    key = f"{view}_id"
    return one(shows, view, key=key, within=True, optional=True, description=description)


def many(
    shows: str | type,
    relation: Relation,
    *,
    description: str,
    takes: Sequence[Parameter] = (),
    **more: Any,
) -> Any:
    """All rows that hang on this one; there are limits to how many there can be."""
    source = Many(relation=relation, **more)
    return read(
        source, registry.listed(registry.kind(shows)), description, shows=shows, takes=takes
    )


def listed(noun: str, view: str, column: str, description: str) -> Any:
    """The nouns whose ids a column lists."""
    kind = registry.listed(registry.lazily(noun))
    return read(Listed(column=column, view=view), kind, description, shows=noun)


def of_related(
    column: str,
    relation: Relation,
    kind: Any,
    *,
    description: str,
    otherwise: Any = None,
    takes: Sequence[Parameter] = (),
    found: tuple[tuple[str, str], ...] = (),
) -> Any:
    """A value of the one row that hangs on this one."""
    source = Value(relation=relation, column=column, otherwise=otherwise, found=found)
    return read(source, kind, description, takes=takes)


def source_of(field: Any) -> Source | None:
    """What a field of a Strawberry type is read from; None where it is not said."""
    declared: Source | None = field.metadata.get(METADATA)
    if declared is None and field.base_resolver is None:
        otherwise = None if field.default is MISSING else field.default
        return Column(name=field.python_name, otherwise=otherwise)
    return declared
