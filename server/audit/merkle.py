"""The tree over a log as RFC 6962 writes it down: leaves, nodes, roots, proofs."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

Subtree = tuple[int, int]
"""The leaves from one number, counted from 0, up to but without another."""


def leaf(chain: bytes) -> bytes:
    """The hash of a leaf; what stands in it is a fact's chain."""
    return sha256(b"\0" + chain).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of what stands above two subtrees."""
    return sha256(b"\1" + left + right).digest()


class Tree:
    """A tree that grows leaf by leaf and keeps the tops of its complete subtrees only."""

    def __init__(self) -> None:
        self.size = 0
        self._tops: list[bytes] = []

    def add(self, chain: bytes) -> None:
        """One more leaf; every subtree that it completes becomes one hash."""
        # Spelled out, not by `leaf` and `node`: this is done for each of millions of facts.
        self.size += 1
        top, complete = sha256(b"\0" + chain).digest(), self.size
        while not complete & 1:
            top = sha256(b"\1" + self._tops.pop() + top).digest()
            complete >>= 1
        self._tops.append(top)

    @property
    def root(self) -> bytes:
        """The root over all leaves so far."""
        return folded(self._tops)


def folded(tops: Iterable[bytes]) -> bytes:
    """The one hash above complete subtrees that stand side by side, larger ones first."""
    *left, root = [*tops] or [sha256().digest()]
    for each in reversed(left):
        root = node(each, root)
    return root


def complete(subtree: Subtree) -> Iterator[Subtree]:
    """The complete subtrees side by side that a subtree consists of, larger ones first."""
    begin, end = subtree
    while begin < end:
        size = 1 << (end - begin).bit_length() - 1
        yield begin, begin + size
        begin += size


def inclusion(index: int, size: int) -> list[Subtree]:
    """What the proof that a leaf is in the tree consists of, from its sibling up."""
    begin, end = 0, size
    beside: list[Subtree] = []
    while end - begin > 1:
        middle = begin + _left(end - begin)
        if index < middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((begin, middle))
            begin = middle
    return beside[::-1]


def consistency(old: int, size: int) -> list[Subtree]:
    """What the proof that a tree has only grown since it had so many leaves consists of."""
    if not 0 < old < size:
        return []
    begin, end = 0, size
    beside: list[Subtree] = []
    while end != old:
        middle = begin + _left(end - begin)
        if old <= middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((begin, middle))
            begin = middle
    return [*([(begin, end)] if begin else []), *beside[::-1]]


def _left(size: int) -> int:
    """How many leaves stand on the left: the largest power of two that is less."""
    return 1 << (size - 1).bit_length() - 1


def root_with(index: int, size: int, leaf_hash: bytes, proof: Sequence[bytes]) -> bytes | None:
    """The root that a proof leads to from a leaf; None where it is no proof for such a tree."""
    beside = inclusion(index, size) if index < size else None
    if beside is None or len(beside) != len(proof):
        return None
    root = leaf_hash
    for (begin, _), each in zip(beside, proof, strict=True):
        root = node(each, root) if begin < index else node(root, each)
    return root


def has_grown(old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that a tree of a size and root has become another by growing."""
    (old_size, old_root), (size, root) = old, new
    beside = consistency(old_size, size)
    if len(beside) != len(proof) or old_size > size:
        return False
    if old_size in (0, size):
        return old_size == 0 or old_root == root
    before, after = _roots(old_size, old_root, [*zip(beside, proof, strict=True)])
    return (before, after) == (old_root, root)


def _roots(old: int, old_root: bytes, proof: list[tuple[Subtree, bytes]]) -> tuple[bytes, bytes]:
    """The roots before and after; a whole old tree is not in the proof, as it is known."""
    begins_whole = proof[0][0][1] != old
    before = after = old_root if begins_whole else proof[0][1]
    for (begin, _), each in proof if begins_whole else proof[1:]:
        if begin < old:
            before = node(each, before)
            after = node(each, after)
        else:
            after = node(after, each)
    return before, after
