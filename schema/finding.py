"""Findings in the graph: what may be worth a second look, worked out when it is asked for."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.day import On, day_of
from schema.fields import After, Before, First, Last
from schema.node import Node, find_any
from schema.pages import MOST, connection_type, listed, window
from server.okr.findings import FindingCode
from server.okr.words import Severity
from server.reads.shapes import Match, Relation


async def _node(root: Any, info: Info[Any, Any]) -> Any:
    return await find_any(reads(root, info), root.noun_id)


def _severity(root: Any) -> Severity:
    return FindingCode[root.code].severity


def _message(root: Any) -> str:
    return FindingCode[root.code].meaning


@registry.known
@nouns.shown(None)
class Finding:
    """Something worth a second look, as far as the viewer sees it; it refuses nothing."""

    code: FindingCode = strawberry.field(description="What was found.")
    severity: Severity = strawberry.field(resolver=_severity, description="How much it matters.")
    message: str = strawberry.field(
        resolver=_message, description="What was found, and what would be right."
    )
    node: Any = strawberry.field(
        resolver=_node, graphql_type=Node | None, description="What it is about."
    )


@strawberry.input(description="Which findings to list; all that is stated must hold.")
class FindingFilter:
    """Which findings to list."""

    code: FindingCode | None = strawberry.field(default=None, description="Of this code.")
    cycle_id: UUID | None = strawberry.field(default=None, description="About work of this cycle.")
    team_id: UUID | None = strawberry.field(
        default=None, description="About objectives that this team owns."
    )
    on: date | None = strawberry.field(
        default=None,
        description="As on this day; if left out today, or with `asOf` the day of that position.",
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a finding."""
        columns = {"code": self.code, "cycle_id": self.cycle_id, "owner_team_id": self.team_id}
        return tuple(
            Match(column=column, value=value)
            for column, value in columns.items()
            if value is not None
        )


def findings() -> Any:
    """What was found about this noun itself."""
    relation = Relation(view="finding", on="noun_id", order="place")

    async def resolve(root: Any, info: Info[Any, Any], on: On = None) -> Any:
        asked = relation.on_day(await day_of(root, info, on))
        rows = await reads(root, info).rows(asked, root.id)
        return [registry.shown("Finding", row) for row in rows]

    return strawberry.field(
        resolver=resolve,
        graphql_type=registry.listed(Finding),
        description="What is worth a second look about it.",
        metadata={"relation": relation},
    )


def findings_within(column: str, *, description: str) -> Any:
    """What was found about everything that belongs to this noun, in windows."""
    relation = Relation(view="finding", on=column, order="place")

    async def resolve(
        root: Any,
        info: Info[Any, Any],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Annotated[
            FindingFilter | None, strawberry.argument(description="What has to be true of them.")
        ] = None,
    ) -> Any:
        shape, stated = window(first, after, last, before, MOST), filter or FindingFilter()
        asked = relation.on_day(await day_of(root, info, stated.on))
        return await listed(root, info, asked, shape, stated.matches())

    return strawberry.field(
        resolver=resolve,
        graphql_type=connection_type("Finding"),
        description=description,
        metadata={"relation": relation},
    )
