"""How the database goes about a statement that was asked of it: what it reads, sorts and drops."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from graphql import parse

from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from server.database import Database
from server.queries import query
from server.reads.answers import Answers, Moment, Operation

WHATEVER = 10**18
MANY = 90
"""So many rows are a lot for one step of a statement that shows a page."""
PAGES = """
  select relname as name, pg_relation_size(oid) / 8192 as pages
  from pg_class where relnamespace = 'state_1'::regnamespace and relkind = 'r'
"""
UNWATCHED = """
do $$
declare
  name text;
begin
  for name in
    select oid::regclass from pg_class
    where relnamespace = 'state_1'::regnamespace and relkind = 'r'
  loop
    execute format('alter table %s set (autovacuum_enabled = off)', name);
  end loop;
end $$
"""
"""On a slow machine statistics would be gathered halfway."""
LARGE = 20
DAY = date(2026, 11, 20)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A statement with its values, and as of which position it was asked."""

    text: str
    values: tuple[Any, ...]
    position: int | None


@dataclass(kw_only=True)
class Overheard:
    """Stands for a database: it knows nothing, and remembers what it was asked."""

    asked: list[Text] = field(default_factory=list)

    async def read(
        self, *said: Any, as_of: int | None = None, pace: None = None
    ) -> list[dict[str, str]]:
        assert pace is None
        organization_id, text, *values = said
        found = Text(text=text, values=(organization_id, *values), position=as_of)
        self.asked.append(found)
        return [{"answer": "{}"}]


@dataclass(kw_only=True)
class Reader:
    """Somebody who asks in this very process."""

    database: Database
    organization_id: UUID
    person_id: UUID

    async def text_of(self, document: str, position: int | None, **variables: Any) -> Text:
        """The one statement that answers a document."""
        overheard = Overheard()
        answers = Answers(
            schema=core_of(graph()),
            views=VIEWS,
            database=overheard,  # type: ignore[arg-type]
            limit=WHATEVER,
            tree=WHATEVER,
        )

        async def moment(_: Any) -> Moment:
            return Moment(position=position, day=DAY)

        operation = Operation(
            document=parse(document),
            text=document,
            name=None,
            variables=variables,
            organization_id=self.organization_id,
            viewer_id=self.person_id,
            permissions=[],
            moment=moment,
        )
        prepared = answers.prepared(operation)
        assert prepared is not None
        assert await answers.answer(prepared) is not None
        (text,) = overheard.asked
        return text

    def of_each_request(self) -> Text:
        """The statement with which every request begins."""
        values = self.organization_id, self.person_id, uuid4()
        return Text(text=query("viewer"), values=values, position=None)

    async def plan_of(self, asked: Text, mode: str, *, done: bool) -> dict[str, Any]:
        """The plan of a statement, carried out or not, on a connection as requests have it."""
        tense = "now" if asked.position is None else "past"
        async with (
            self.database._connection(
                self.database._shards.home, 1, self.organization_id, tense
            ) as connection,
            connection.transaction(),
        ):
            await connection.execute(f"set local plan_cache_mode = force_{mode}_plan")
            await connection.fetchval(query("set_as_of"), str(asked.position))
            await connection.execute(f"prepare hot as {asked.text}")
            values = ", ".join(_written(each) for each in asked.values)
            how = "analyze, timing off, format json" if done else "format json"
            text = f"explain ({how}) execute hot ({values})"
            found = json.loads(await connection.fetchval(text))
            await connection.execute("deallocate hot")
        plan: dict[str, Any] = found[0]["Plan"]
        return plan


def _written(value: Any) -> str:
    """A value as a literal."""
    if isinstance(value, (list, tuple)):
        return "'{" + ",".join(map(str, value)) + "}'"
    return "null" if value is None else f"'{value}'"


def steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All steps of a plan but those that were not gone through."""
    if plan.get("Actual Loops") != 0:
        yield plan
    for each in plan.get("Plans", []):
        yield from steps(each)


async def large(owner: asyncpg.Connection) -> set[str]:
    """The tables of the state that nobody should read from end to end."""
    return {each["name"] for each in await owner.fetch(PAGES) if each["pages"] >= LARGE}


def wasteful(plan: dict[str, Any], large: set[str]) -> Iterator[str]:
    """The steps that read a large table from end to end, sort much, or read much to drop it."""
    for step in steps(plan):
        kind, table = step["Node Type"], step.get("Relation Name")
        name = f"{kind} {table} {step.get('Index Name', '')}"
        if kind == "Seq Scan" and table in large:
            yield name
        elif kind != "Seq Scan" and (dropped := step.get("Rows Removed by Filter", 0)) > MANY:
            yield f"{name}: drops {dropped} rows each time"
        elif "Sort" in kind and (rows := step["Plans"][0].get("Actual Rows", 0)) > MANY:
            yield f"{name}: {rows} rows"
