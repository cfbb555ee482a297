"""Ways in for reading."""

from typing import Any
from uuid import UUID

import strawberry
from graphql import GraphQLError

from schema import nouns
from schema.fields import ID, demanded, one, read
from schema.lineage import DEPTH, contribution_path
from schema.machine import machine
from schema.moment import AS_OF
from schema.node import Node
from server.okr.terms import Permission
from server.reads.sources import Anything, Asked, Here, Said

NODES_AT_ONCE = 100


class Nodes(Anything):
    """What many ids name, as many as may be asked for at once."""

    def asked(self, said: Said) -> Asked:
        """The ids; raises where there are too many."""
        if len(said["ids"]) > NODES_AT_ONCE:
            message = f"At most {NODES_AT_ONCE} ids at once."
            raise GraphQLError(message, extensions={"code": "INVALID", "argument": "ids"})
        return Asked(key=said["ids"])


@nouns.shown(None)
class Viewer:
    """Who is asking."""

    person: Any = one(
        "Person",
        "person",
        key="viewer_id",
        optional=True,
        description="The person who asks.",
    )
    machine: Any = machine("The program that asks.")
    organization: Any = one(
        "Organization", "organization", key="org_id", description="Their organization."
    )
    permissions: list[Permission] = strawberry.field(
        description="What they may do beyond their roles in teams and objectives."
    )


@nouns.shown(None)
class Query:
    """Ways in for reading."""

    viewer: Any = read(Here(), Viewer, "Who is asking.", shows=Viewer)
    organization: Any = one(
        "Organization",
        "organization",
        key="org_id",
        takes=[AS_OF],
        description="The viewer's organization, now or as it was.",
    )
    node: Any = read(
        Anything(),
        Node | None,
        "Whatever an id names, if the viewer may see it.",
        takes=[ID, AS_OF],
    )
    nodes: Any = read(
        Nodes(),
        list[Node | None],
        "What many ids name, in their order; null for what the viewer does not see.",
        takes=[
            demanded("ids", list[UUID], "What names the things; at most 100."),
            AS_OF,
        ],
    )
    contribution_path: Any = contribution_path(
        "All that a person's work, or any piece of it, leads to, "
        "up to every objective at the top; empty for what the viewer does not see.",
        takes=[
            demanded(
                "from_",
                UUID,
                "A person, a part, a milestone, a key result, an objective.",
                called="from",
            ),
            DEPTH,
            AS_OF,
        ],
    )
