"""Proofs in the form of C2SP: that a fact is in a signed log, and that a log has only grown."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from server.audit.checkpoints import Checkpoint, hash_said
from server.audit.lines import DoesNotVerify
from server.audit.merkle import has_grown, leaf, root_with
from server.audit.notes import Verifier
from server.audit.verify import Verified, at

TLOG_PROOF = "c2sp.org/tlog-proof@v1"
NUMBER = r"(0|[1-9]\d{0,18})"
INDEX = re.compile(f"index {NUMBER}", re.ASCII).fullmatch
OLD = re.compile(f"old {NUMBER}", re.ASCII).fullmatch


@dataclass(frozen=True, kw_only=True)
class Inclusion:
    """That the fact at a position is one of those over which a checkpoint was signed."""

    position: int
    hashes: tuple[bytes, ...]
    checkpoint: Checkpoint

    @classmethod
    def said(cls, text: str, key: Verifier) -> Self:
        """The proof that a file holds; raises DoesNotVerify where it is none."""
        head, note = _parts(text)
        found = INDEX(head[1]) if len(head) > 1 and head[0] == TLOG_PROOF else None
        if found is None:
            raise DoesNotVerify(f"the proof: it does not begin with {TLOG_PROOF} and an index")
        return cls(
            position=int(found[1]) + 1,
            hashes=_hashes(head[2:]),
            checkpoint=Checkpoint.said(note, key),
        )

    def check(self, verified: Verified) -> None:
        """The fact to which a history has come is the one that was proved."""
        if verified.last != self.position:
            raise at(self.position, "it is not in the file, and the proof is about it")
        size, root = self.checkpoint.position, self.checkpoint.root
        if verified.organization != self.checkpoint.organization:
            raise at(self.position, "the proof is about another organization")
        if root_with(self.position - 1, size, leaf(verified.chain), self.hashes) != root:
            raise at(self.position, "it is not the fact that was signed")


@dataclass(frozen=True, kw_only=True)
class Growth:
    """That the log of a checkpoint begins with that of an earlier one."""

    old: int
    hashes: tuple[bytes, ...]
    checkpoint: Checkpoint

    @classmethod
    def said(cls, text: str, key: Verifier) -> Self:
        """The proof that a file holds; raises DoesNotVerify where it is none."""
        head, note = _parts(text)
        found = OLD(head[0])
        if found is None:
            raise DoesNotVerify("the proof: it does not begin with the size of the old tree")
        return cls(
            old=int(found[1]), hashes=_hashes(head[1:]), checkpoint=Checkpoint.said(note, key)
        )

    def check(self, earlier: Checkpoint) -> None:
        """The earlier checkpoint is the beginning of the later one."""
        new = self.checkpoint
        if earlier.organization != new.organization:
            raise DoesNotVerify("the checkpoints are of two organizations")
        if earlier.position != self.old:
            raise DoesNotVerify(
                f"the proof begins at position {self.old}, the checkpoint at {earlier.position}"
            )
        sizes = (earlier.position, earlier.root), (new.position, new.root)
        if not has_grown(*sizes, self.hashes):
            raise at(self.old, "the log went another way after it was signed up to here")


def inclusion_text(position: int, hashes: Sequence[bytes], note: str) -> str:
    """The file that proves a fact: C2SP's tlog-proof."""
    return _text([TLOG_PROOF, f"index {position - 1}"], hashes, note)


def growth_text(old: int, hashes: Sequence[bytes], note: str) -> str:
    """The file that proves growth: what C2SP's tlog-witness is asked with."""
    return _text([f"old {old}"], hashes, note)


def _text(head: list[str], hashes: Sequence[bytes], note: str) -> str:
    lines = [*head, *(base64.b64encode(each).decode() for each in hashes)]
    return "\n".join([*lines, "", note])


def _parts(text: str) -> tuple[list[str], str]:
    head, _, note = text.partition("\n\n")
    return [each for each in head.split("\n") if not each.startswith("extra ")], note


def _hashes(lines: list[str]) -> tuple[bytes, ...]:
    try:
        return tuple(hash_said(each) for each in lines)
    except ValueError as error:
        raise DoesNotVerify(f"the proof: {error}") from error
