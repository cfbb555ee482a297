"""Loaders as Strawberry's documentation shows them: one for each relation, a set a request."""

from typing import Any
from uuid import UUID

import asyncpg
from strawberry.dataloader import DataLoader

PEOPLE = "select id, name from people where org_id = $1 and id = any ($2)"

KEY_RESULTS = """
select k.id, k.objective_id, k.key, k.title, k.state, k.kind, k.unit, k.baseline, k.target,
  p.current, p.value
from key_results k
left join progress p on p.org_id = k.org_id and p.id = k.id
where k.org_id = $1 and k.objective_id = any ($2) and k.part_of_id is null
order by k.created_position"""

CONTRIBUTIONS = """
select id, key_result_id, target, current, person_id
from contributions
where org_id = $1 and key_result_id = any ($2) and not released
order by created_position"""

LAST_CHECK_INS = """
select r.*
from unnest($2::uuid[]) k (id)
cross join lateral (
  select c.id, c.key_result_id, c.occurred_on, c.value, c.confidence, c.status, c.note, c.author_id
  from check_ins c
  where c.org_id = $1 and c.key_result_id = k.id and c.corrected_by_id is null and not c.retracted
  order by c.occurred_on desc, c.place desc limit 1
) r"""


class Loaders:
    """Each asks once for all that was asked for in one turn of the event loop."""

    def __init__(self, pool: asyncpg.Pool, organization_id: UUID) -> None:
        self._pool = pool
        self._organization_id = organization_id
        self.person = self._one(PEOPLE, "id")
        self.key_results = self._many(KEY_RESULTS, "objective_id")
        self.contributions = self._many(CONTRIBUTIONS, "key_result_id")
        self.last_check_in = self._one(LAST_CHECK_INS, "key_result_id")

    def _one(self, text: str, key: str) -> DataLoader[UUID, Any]:
        async def load(keys: list[UUID]) -> list[Any]:
            rows = await self._pool.fetch(text, self._organization_id, keys)
            found = {row[key]: row for row in rows}
            return [found.get(each) for each in keys]

        return DataLoader(load_fn=load)

    def _many(self, text: str, key: str) -> DataLoader[UUID, list[Any]]:
        async def load(keys: list[UUID]) -> list[list[Any]]:
            found: dict[UUID, list[Any]] = {each: [] for each in keys}
            for row in await self._pool.fetch(text, self._organization_id, keys):
                found[row[key]].append(row)
            return [found[each] for each in keys]

        return DataLoader(load_fn=load)
