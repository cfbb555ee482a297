"""The tree over a log grows in small steps, and is always that over the whole log."""

from hashlib import sha256
from uuid import UUID

import asyncpg
import pytest

from server.audit.merkle import Tree, consistency, has_grown, inclusion, leaf, root_with
from server.audit.trees import StoredTree
from server.database import Database
from server.ids import new_id

SIZE = 66_050
LEAVES = [sha256(number.to_bytes(8)).digest() for number in range(1, SIZE + 1)]
SIZES = [1, 2, 255, 256, 257, 511, 512, 4_096, 5_000, 65_535, 65_536, 65_537, SIZE]
FACTS = """
  insert into log.event
  select $1, 1, number, gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 'Nothing', 1,
    'epoch', gen_random_uuid(), '{}', sha256('{}'), sha256(int8send(number))
  from generate_series(1::bigint, $2) number
"""


@pytest.fixture(scope="module")
async def whose(owner: asyncpg.Connection) -> UUID:
    """A log that is long enough to have subtrees over subtrees, of which only the chain counts."""
    organization_id = new_id()
    await owner.execute(FACTS, organization_id, SIZE)
    return organization_id


@pytest.fixture(scope="module")
async def tree(database: Database, whose: UUID) -> StoredTree:
    """The tree over it, which has grown by several steps."""
    tree = StoredTree(database, whose)
    for size in SIZES:
        await tree.grow(size)
    return tree


def root(size: int) -> bytes:
    tree = Tree()
    for each in LEAVES[:size]:
        tree.add(each)
    return tree.root


@pytest.mark.parametrize("size", SIZES)
async def test_the_root_is_that_over_all_facts_so_far(tree: StoredTree, size: int) -> None:
    assert await tree.root(size) == root(size)


@pytest.mark.parametrize("index", [0, 1, 255, 256, 40_000, 65_535, 65_536, SIZE - 1])
async def test_every_fact_is_proved(tree: StoredTree, index: int) -> None:
    proof = await tree.hashes(inclusion(index, SIZE))
    assert root_with(index, SIZE, leaf(LEAVES[index]), proof) == root(SIZE)


@pytest.mark.parametrize("old", SIZES)
async def test_growth_is_proved(tree: StoredTree, old: int) -> None:
    proof = await tree.hashes(consistency(old, SIZE))
    assert has_grown((old, root(old)), (SIZE, root(SIZE)), proof)


async def test_only_what_is_complete_is_kept_and_once(
    tree: StoredTree, whose: UUID, owner: asyncpg.Connection
) -> None:
    await tree.grow(SIZE)
    kept = await owner.fetch(
        "select height, count(*) from log.subtree where org_id = $1 group by 1 order by 1", whose
    )
    assert [tuple(row) for row in kept] == [(8, SIZE // 256), (16, SIZE // 65_536)]
