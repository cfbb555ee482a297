"""What the log and the state know of an organization, as tests read it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg

from server.commands import Actor, Handler
from server.okr.events import KeyResultAdded, ObjectiveCreated

Measured = ObjectiveCreated | KeyResultAdded


@dataclass(kw_only=True)
class Progress:
    """Where a key result or an objective stands."""

    current: Decimal | None
    raw: Decimal | None
    value: Decimal | None
    own: Decimal | None
    formula: str
    caused_by: int


@dataclass(kw_only=True)
class Input:
    """Something that a number rests on."""

    node_id: UUID
    role: str
    value: Decimal | None
    weight: Decimal
    counted: bool
    because: str | None


@dataclass(kw_only=True)
class Readings:
    """Reads in an organization what was written for it, past every permission."""

    handler: Handler
    actor: Actor

    @property
    def id(self) -> UUID:
        return self.actor.organization_id

    async def rows(self, text: str, *values: Any) -> list[asyncpg.Record]:
        """The rows of a statement whose $1 is the organization."""
        return await self.handler.database.read(self.id, text, *values)

    async def log(self) -> list[asyncpg.Record]:
        """All of its events, in order."""
        return await self.rows("select * from log.event where org_id = $1 order by position")

    async def kinds(self) -> list[str]:
        """The names of its facts, in order."""
        return [event["type"] for event in await self.log()]

    async def progress(self, noun: Measured) -> Progress:
        (row,) = await self.rows(
            "select current, raw, value, own, formula, caused_by from progress"
            " where org_id = $1 and id = $2",
            id_of(noun),
        )
        return Progress(**dict(row))

    async def current(self, key_result: KeyResultAdded) -> Decimal | None:
        return (await self.progress(key_result)).current

    async def value(self, noun: Measured) -> Decimal | None:
        return (await self.progress(noun)).value

    async def inputs(self, noun: Measured) -> dict[UUID, Input]:
        """What a number rests on, by what it is."""
        kind = "key_result" if isinstance(noun, KeyResultAdded) else "objective"
        rows = await self.rows(f"select * from {kind}_inputs($1, $2)", id_of(noun))
        return {row["node_id"]: Input(**dict(row)) for row in rows}


def id_of(noun: Measured) -> UUID:
    return noun.key_result_id if isinstance(noun, KeyResultAdded) else noun.objective_id
