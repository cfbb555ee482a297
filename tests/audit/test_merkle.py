"""The tree is that of RFC 6962: its recursive definitions, written as they stand there, agree."""

from hashlib import sha256

import pytest

from server.audit.merkle import (
    Subtree,
    Tree,
    complete,
    consistency,
    folded,
    has_grown,
    inclusion,
    leaf,
    node,
    root_with,
)

SIZES = range(1, 34)
LEAVES = [sha256(bytes([number])).digest() for number in SIZES]
KNOWN = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
KNOWN.append("606162636465666768696a6b6c6d6e6f")
KNOWN_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
OTHER = bytes(32)


def left(size: int) -> int:
    """The largest power of two that is less."""
    return max(1 << power for power in range(size.bit_length()) if 1 << power < size)


def root(leaves: list[bytes]) -> bytes:
    """MTH of section 2.1."""
    if len(leaves) == 1:
        return leaf(leaves[0])
    k = left(len(leaves))
    return node(root(leaves[:k]), root(leaves[k:]))


def path(index: int, leaves: list[bytes]) -> list[bytes]:
    """PATH of section 2.1.1."""
    if len(leaves) == 1:
        return []
    k = left(len(leaves))
    if index < k:
        return [*path(index, leaves[:k]), root(leaves[k:])]
    return [*path(index - k, leaves[k:]), root(leaves[:k])]


def grown(old: int, leaves: list[bytes], *, known: bool = True) -> list[bytes]:
    """SUBPROOF of section 2.1.2."""
    if old == len(leaves):
        return [] if known else [root(leaves)]
    k = left(len(leaves))
    if old <= k:
        return [*grown(old, leaves[:k], known=known), root(leaves[k:])]
    return [*grown(old - k, leaves[k:], known=False), root(leaves[:k])]


def hashes(subtrees: list[Subtree]) -> list[bytes]:
    """What a server would send: each subtree from the complete ones in it."""
    return [
        folded(root(LEAVES[begin:end]) for begin, end in complete(subtree)) for subtree in subtrees
    ]


def test_the_root_is_the_one_that_other_logs_compute() -> None:
    tree = Tree()
    for each in KNOWN:
        tree.add(bytes.fromhex(each))
    assert tree.root.hex() == KNOWN_ROOT


def test_a_tree_without_leaves_has_a_root_too() -> None:
    assert Tree().root == sha256().digest()


@pytest.mark.parametrize("size", SIZES)
def test_a_growing_tree_has_the_root_of_a_whole_one(size: int) -> None:
    tree = Tree()
    for each in LEAVES[:size]:
        tree.add(each)
    assert tree.root == root(LEAVES[:size])


@pytest.mark.parametrize("size", SIZES)
def test_a_proof_leads_from_its_leaf_to_the_root_and_from_no_other(size: int) -> None:
    for index in range(size):
        proof = hashes(inclusion(index, size))
        assert proof == path(index, LEAVES[:size])
        led = [root_with(each, size, leaf(LEAVES[index]), proof) for each in range(size + 1)]
        assert [each == root(LEAVES[:size]) for each in led] == [
            each == index for each in range(size + 1)
        ]
        assert root_with(index, size, leaf(LEAVES[index]), [*proof, OTHER]) is None


@pytest.mark.parametrize("size", SIZES)
def test_a_tree_that_has_grown_is_told_from_one_that_has_not(size: int) -> None:
    new = (size, root(LEAVES[:size]))
    for before in range(1, size + 1):
        old = (before, root(LEAVES[:before]))
        proof = hashes(consistency(before, size))
        assert proof == grown(before, LEAVES[:size])
        assert has_grown(old, new, proof)
        assert not has_grown((before, OTHER), new, proof)
        assert before == size or not has_grown(old, (size, OTHER), proof)
        assert not has_grown(old, new, [*proof, OTHER])
        for number in range(len(proof)):
            assert not has_grown(old, new, [*proof[:number], OTHER, *proof[number + 1 :]])


def test_every_tree_has_grown_from_none_and_none_from_a_larger_one() -> None:
    assert has_grown((0, OTHER), (1, root(LEAVES[:1])), [])
    assert not has_grown((2, root(LEAVES[:2])), (1, root(LEAVES[:1])), [])
