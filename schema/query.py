"""Ways in for reading."""

from typing import Annotated, Any
from uuid import UUID

import strawberry
from graphql import GraphQLError
from strawberry.types import Info

from schema import nouns, registry
from schema.fields import Id
from schema.lineage import Depth, LineageStep, steps
from schema.moment import Moment, reads_as_of
from schema.node import Node, find, find_any
from schema.organization import organization
from schema.person import Machine
from server.okr.terms import Permission
from server.okr.words import Direction

NODES_AT_ONCE = 100


async def _person(root: Any, info: Info[Any, Any]) -> Any:
    return await find(info.context.reads, "Person", root.person_id)


async def _organization(info: Info[Any, Any], as_of: Moment = None) -> Any:
    return await organization(info, await reads_as_of(info, as_of))


async def _own(info: Info[Any, Any]) -> Any:
    return await organization(info, info.context.reads)


@nouns.shown(None)
class Viewer:
    """Who is asking."""

    person: Any = strawberry.field(
        resolver=_person,
        graphql_type=registry.lazily("Person") | None,
        description="The person who asks.",
    )
    machine: Machine | None = strawberry.field(
        resolver=lambda: None, description="The program that asks."
    )
    organization: Any = strawberry.field(
        resolver=_own,
        graphql_type=registry.lazily("Organization"),
        description="Their organization.",
    )
    permissions: list[Permission] = strawberry.field(
        description="What they may do beyond their roles in teams and objectives."
    )


def _viewer(info: Info[Any, Any]) -> Any:
    viewer = info.context.viewer
    return registry.as_noun(
        Viewer, {"person_id": viewer.person_id, "permissions": viewer.permissions}
    )


async def _node(info: Info[Any, Any], id: Id, as_of: Moment = None) -> Any:
    return await find_any(await reads_as_of(info, as_of), id)


async def _contribution_path(
    info: Info[Any, Any],
    from_: Annotated[
        UUID,
        strawberry.argument(
            name="from", description="A person, a part, a milestone, a key result, an objective."
        ),
    ],
    depth: Depth = 15,
    as_of: Moment = None,
) -> Any:
    return await steps(await reads_as_of(info, as_of), from_, Direction.UP, depth)


async def _nodes(
    info: Info[Any, Any],
    ids: Annotated[
        list[UUID], strawberry.argument(description="What names the things; at most 100.")
    ],
    as_of: Moment = None,
) -> Any:
    if len(ids) > NODES_AT_ONCE:
        message = f"At most {NODES_AT_ONCE} ids at once."
        raise GraphQLError(message, extensions={"code": "INVALID", "argument": "ids"})
    loader = await reads_as_of(info, as_of)
    return [await find_any(loader, each) for each in ids]


@nouns.shown(None)
class Query:
    """Ways in for reading."""

    viewer: Any = strawberry.field(
        resolver=_viewer, graphql_type=Viewer, description="Who is asking."
    )
    organization: Any = strawberry.field(
        resolver=_organization,
        graphql_type=registry.lazily("Organization"),
        description="The viewer's organization, now or as it was.",
    )
    node: Any = strawberry.field(
        resolver=_node,
        graphql_type=Node | None,
        description="Whatever an id names, if the viewer may see it.",
    )
    nodes: Any = strawberry.field(
        resolver=_nodes,
        graphql_type=list[Node | None],
        description="What many ids name, in their order; null for what the viewer does not see.",
    )
    contribution_path: Any = strawberry.field(
        resolver=_contribution_path,
        graphql_type=list[LineageStep],
        description="All that a person's work, or any piece of it, leads to, "
        "up to every objective at the top; empty for what the viewer does not see.",
    )
