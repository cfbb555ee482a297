"""The types of an idiomatic Strawberry server: dataclasses with resolvers that ask loaders."""

from datetime import date
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

import strawberry
from strawberry.types import Info

from tests.benchmarks.rivals.idiomatic.loaders import Loaders


def loaders(info: Info[Any, Any]) -> Loaders:
    """Those of this request."""
    found: Loaders = info.context["loaders"]
    return found


@strawberry.type
class Person:
    id: UUID
    name: str

    @classmethod
    async def of(cls, info: Info[Any, Any], person_id: UUID) -> Self:
        return cls(**await loaders(info).person.load(person_id))


@strawberry.type
class Progress:
    value: Decimal | None
    raw: Decimal | None = None


@strawberry.type
class Metric:
    kind: str
    unit: str | None
    baseline: Decimal | None
    target: Decimal | None


@strawberry.type
class Contribution:
    id: UUID
    target: Decimal
    current: Decimal | None
    person_id: strawberry.Private[UUID]

    @strawberry.field
    async def person(self, info: Info[Any, Any]) -> Person:
        return await Person.of(info, self.person_id)


@strawberry.type
class CheckIn:
    id: UUID
    occurred_on: date
    value: Decimal | None
    confidence: Decimal | None
    status: str | None
    note: str | None
    author_id: strawberry.Private[UUID]

    @strawberry.field
    async def author(self, info: Info[Any, Any]) -> Person:
        return await Person.of(info, self.author_id)


@strawberry.type
class KeyResult:
    id: UUID
    key: str
    title: str
    state: str
    metric: Metric
    current: Decimal | None
    progress: Progress

    @strawberry.field
    async def contributions(self, info: Info[Any, Any]) -> list[Contribution]:
        return [
            Contribution(
                id=row["id"],
                target=row["target"],
                current=row["current"],
                person_id=row["person_id"],
            )
            for row in await loaders(info).contributions.load(self.id)
        ]

    @strawberry.field
    async def last_check_in(self, info: Info[Any, Any]) -> CheckIn | None:
        row = await loaders(info).last_check_in.load(self.id)
        if row is None:
            return None
        return CheckIn(
            id=row["id"],
            occurred_on=row["occurred_on"],
            value=row["value"],
            confidence=row["confidence"],
            status=row["status"],
            note=row["note"],
            author_id=row["author_id"],
        )


@strawberry.type
class Objective:
    id: UUID
    key: str
    title: str
    description: str | None
    ambition: str
    state: str
    progress: Progress
    accountable_id: strawberry.Private[UUID | None]

    @strawberry.field
    async def accountable(self, info: Info[Any, Any]) -> Person | None:
        return await Person.of(info, self.accountable_id) if self.accountable_id else None

    @strawberry.field
    async def key_results(self, info: Info[Any, Any]) -> list[KeyResult]:
        return [
            KeyResult(
                id=row["id"],
                key=row["key"],
                title=row["title"],
                state=row["state"],
                metric=Metric(
                    kind=row["kind"],
                    unit=row["unit"],
                    baseline=row["baseline"],
                    target=row["target"],
                ),
                current=row["current"],
                progress=Progress(value=row["value"]),
            )
            for row in await loaders(info).key_results.load(self.id)
        ]


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: int | None


@strawberry.type
class ObjectivePage:
    nodes: list[Objective]
    page_info: PageInfo
