"""What takes long is given up at its limit, says so, and is in nobody else's way."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from tests.graph.office import Office
from tests.serving import running

SMALL = "{ organization { name } }"
TREE = "{ organization { objectives(first: 100) { nodes { title } } } }"
LOCK = "lock table objectives in access exclusive mode"
LIMIT = 300
TREES = 6


@pytest.fixture(scope="module")
def address(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server for which a hundred things are a tree, and that has one connection for trees."""
    with running(
        database_url,
        keys_dir,
        tree_cost=100,
        tree_pool_size=1,
        tree_timeout=LIMIT,
        pool_size=2,
    ) as address:
        yield address


async def asked(office: Office, address: str, document: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=30) as http:
        return await http.post("/graphql", json={"query": document})


def assert_given_up(answer: httpx.Response, limit: int) -> None:
    assert answer.status_code == httpx.codes.GATEWAY_TIMEOUT
    (error,) = answer.json().pop("errors")
    assert error["extensions"] == {"code": "TIMEOUT", "limit": limit}
    assert f"{limit:,} ms" in error["message"]
    assert "data" not in answer.json()


async def test_trees_that_take_long_keep_nothing_small_waiting(
    office: Office, address: str, owner: asyncpg.Connection
) -> None:
    async with owner.transaction():
        # Whoever reads objectives waits until this transaction ends.
        await owner.execute(LOCK)
        trees = [asyncio.create_task(asked(office, address, TREE)) for _ in range(TREES)]

        small = await asyncio.gather(*(asked(office, address, SMALL) for _ in range(TREES)))

        assert {each.status_code for each in small} == {httpx.codes.OK}
        for tree in await asyncio.gather(*trees):
            assert_given_up(tree, LIMIT)
    assert (await asked(office, address, TREE)).status_code == httpx.codes.OK


async def test_what_is_small_has_a_limit_too(
    office: Office, owner: asyncpg.Connection, database_url: str, keys_dir: Path
) -> None:
    with running(database_url, keys_dir, statement_timeout=LIMIT) as address:
        async with owner.transaction():
            await owner.execute(LOCK)
            assert_given_up(await asked(office, address, TREE), LIMIT)


async def test_a_command_that_takes_long_is_given_up_whole(
    office: Office, owner: asyncpg.Connection, database_url: str, keys_dir: Path
) -> None:
    add = 'mutation { addPerson(input: { name: "Zoë" }) { position } }'
    with running(database_url, keys_dir, statement_timeout=LIMIT) as address:
        async with owner.transaction():
            await owner.execute(
                "select from log.head where org_id = $1 for update", office.actor.organization_id
            )
            answer = await asked(office, address, add)
        assert answer.json()["errors"][0]["extensions"] == {"code": "TIMEOUT", "limit": LIMIT}
    people = "{ organization { people { totalCount } } }"
    assert await office.admin.ask(people) == {"organization": {"people": {"totalCount": 1}}}
