"""Values for arguments of any type: mostly such that mean something in an organization."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Self
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    get_nullable_type,
)

from server.database import Database
from server.facts import kinds

HUGE = 2**31
NONSENSE: tuple[Any, ...] = (
    *("", "x", "-1", '"', "\\", "0' or 'a'='a", "é漢🦉", "\0", "2026-02-30", "9" * 40),
    *(-1, HUGE, -(2**63), 10**30, 1.5, True, None, [], {}),
)
UNITS = {"team": "Team", "cycle": "Cycle", "person": "Person", "parent": "Cycle"}
FAR = timedelta(days=120)
ENDS = ("0001-01-01", "9999-12-31")
DEFINITION = "strawberry-definition"
THERE = "select id::text, kind from node where org_id = $1 order by id"
KEYS = "select key from cycle where org_id = $1 order by key"
CURSORS = "select cursor from event where org_id = $1 order by position"
HEAD = "select position from log.head where org_id = $1"


class Word(str):
    """A word of a closed list, which a document writes without quotes."""

    __slots__ = ()


@dataclass(kw_only=True)
class Known:
    """What can be named: ids by kind, ids that lead nowhere, keys, and how far the log is."""

    ids: dict[str, list[str]]
    strange: list[str]
    keys: list[str]
    cursors: list[str]
    head: int

    @classmethod
    async def of(cls, database: Database, organization_id: UUID, strange: list[str]) -> Self:
        """Everything that an organization has, also what not everybody sees."""
        ids: dict[str, list[str]] = {}
        for row in await database.read(organization_id, THERE):
            ids.setdefault(row["kind"], []).append(row["id"])
        keys = [row["key"] for row in await database.read(organization_id, KEYS)]
        cursors = [row["cursor"] for row in await database.read(organization_id, CURSORS)]
        [head] = await database.read(organization_id, HEAD)
        return cls(
            ids=ids,
            strange=strange,
            keys=[*keys, "none"],
            cursors=cursors,
            head=head["position"],
        )


@dataclass(kw_only=True)
class Values:
    """Draws values with dice; whoever is ``mad`` says anything. Of what kind an id was is known."""

    known: Known
    dice: Random
    mad: bool = False
    drawn: str = ""

    def of(self, name: str, kind: GraphQLInputType) -> Any:
        """A value for what is called so."""
        if self.mad and self.dice.random() < 0.2:
            return self.dice.choice(NONSENSE)
        wanted: Any = get_nullable_type(kind)
        if isinstance(wanted, GraphQLList):
            return [self.of(name, wanted.of_type) for _ in range(self.dice.randrange(5))]
        if isinstance(wanted, GraphQLEnumType):
            return Word(self.dice.choice([*wanted.values]))
        if isinstance(wanted, GraphQLInputObjectType):
            return self._object(wanted)
        scalar = getattr(self, f"_{wanted.name.lower()}")
        return scalar(name)

    def _object(self, kind: GraphQLInputObjectType) -> dict[str, Any]:
        only_one = kind.extensions[DEFINITION].is_one_of
        some = min(1 if only_one else self.dice.randrange(3), len(kind.fields))
        names = self.dice.sample([*kind.fields], some)
        return {name: self.of(name, kind.fields[name].type) for name in names}

    def _int(self, name: str) -> int:
        number = self.dice.choice([0, 1, 2, 3, 5, 100])
        return self.dice.randint(1, 30) if name == "depth" else number

    def _boolean(self, _: str) -> bool:
        return self.dice.random() < 0.5

    def _position(self, _: str) -> int:
        head = self.known.head
        return self.dice.choice([0, head, self.dice.randint(0, head)])

    def _string(self, name: str) -> str:
        if name in ("after", "before"):
            return str(self._position(name))
        if name == "types":
            return self.dice.choice([*kinds()])
        return self.dice.choice(self.known.keys)

    def _cursor(self, _: str) -> str:
        return self.dice.choice(["0", *self.known.cursors])

    def _date(self, _: str) -> str:
        near = datetime.now(UTC) + self.dice.uniform(-1, 1) * FAR
        return self.dice.choice([*ENDS, *[str(near.date())] * 18])

    def _datetime(self, _: str) -> str:
        past = datetime.now(UTC) - timedelta(seconds=self.dice.expovariate(1 / 30))
        return past.isoformat()

    def _id(self, name: str) -> str:
        kinds = [kind for part, kind in UNITS.items() if part in name.lower()]
        self.drawn = self.dice.choice(kinds or [*self.known.ids])
        ids = self.known.ids.get(self.drawn)
        if ids is None or self.dice.random() < 0.1:
            return self.dice.choice(self.known.strange)
        return self.dice.choice(ids)


def literal(value: Any) -> str:
    """A value as a document writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {literal(each)}" for name, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(literal, value)) + "]"
    return value if isinstance(value, Word) else json.dumps(value)
