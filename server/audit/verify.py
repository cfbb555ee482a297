"""Checks an exported history without a database and without trusting who exported it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256

from server.audit.chain import BEGINNING, chained, hash_of, microseconds
from server.audit.gone import KINDS, Gone
from server.audit.lines import BODY, DoesNotVerify, Kept, Line, ill_formed, parsed
from server.audit.merkle import Tree

Check = Callable[["Verified"], None]


class Verified:
    """How much of a history agrees with itself, and what is to be checked at which position."""

    def __init__(self) -> None:
        self.organization = ""
        self.facts = self.first = self.last = self.epoch = self.recorded_at = 0
        self.chain = BEGINNING
        self.tree: Tree | None = None
        self.gone = Gone()
        self._checks: dict[int, list[Check]] = defaultdict(list)

    def expect(self, position: int, check: Check) -> None:
        """Let something be checked as soon as the history has come to a position."""
        self._checks[position].append(check)
        self.tree = self.tree or Tree()

    def take(self, line: Line) -> None:
        """One fact more, or DoesNotVerify."""
        if not self.facts:
            self._begin(line)
        recorded_at = microseconds(line.recorded_at)
        self._follows(line)
        digest = _fitting(line)
        chain = chained(self.chain, line, recorded_at, digest)
        if chain.hex() != line.chain:
            raise at(line.position, "the header is not the one that was recorded")
        self._goes_on(line, recorded_at)
        self.last, self.epoch = line.position, line.epoch
        self.facts, self.chain, self.recorded_at = self.facts + 1, chain, recorded_at
        if self.tree:
            self.tree.add(chain)
        if line.type in KINDS or (line.private and None in line.private.values()):
            self.gone.look_at(line)
        if line.position in self._checks:
            self._check(line.position)

    def end(self) -> None:
        """What has not been checked is missing: the checks themselves say so."""
        for position in sorted(self._checks):
            self._check(position)

    def _check(self, position: int) -> None:
        for check in self._checks.pop(position, ()):
            check(self)

    def _begin(self, line: Line) -> None:
        self.organization, self.first, self.last = (
            line.organization_id,
            line.position,
            line.position - 1,
        )
        self.chain = hash_of(line.previous_chain)
        if line.position > 1:
            self.tree = None  # its root would be that of another tree
        elif self.chain != BEGINNING:
            raise at(1, "the log begins with something before it")
        self._check(self.last)

    def _follows(self, line: Line) -> None:
        position = line.position
        if line.organization_id != self.organization:
            raise at(position, "it belongs to another organization")
        if position != self.last + 1:
            raise at(position, f"position {self.last + 1} should stand here")
        if line.previous_chain != self.chain.hex():
            raise at(position, "it does not follow the fact before it")

    def _goes_on(self, line: Line, recorded_at: int) -> None:
        """What the chain says of one fact is possible after the fact before it."""
        if line.epoch < self.epoch:
            raise at(line.position, f"epoch {line.epoch} is over, it is epoch {self.epoch}")
        if self.facts and recorded_at <= self.recorded_at:
            raise at(line.position, "it was recorded no later than the fact before it")


def at(position: int, reason: str) -> DoesNotVerify:
    """What does not fit at a position."""
    return DoesNotVerify(f"position {position}: {reason}")


def verify(lines: Iterable[str | bytes], verified: Verified | None = None) -> Verified:
    """Walk the chain from the first line to the last; stop at the first thing that does not fit."""
    verified = verified or Verified()
    for number, text in enumerate(lines, 1):
        line = parsed(number, text)
        try:
            verified.take(line)
        except ValueError as error:
            raise ill_formed(number, error) from error
    verified.end()
    return verified


def _fitting(line: Line) -> bytes:
    """The digest of the body, which is checked where it is there."""
    if line.withheld:
        if line.body is not None or line.private is not None:
            raise at(line.position, "it is withheld, and yet there are words")
        return hash_of(line.body_digest)
    if line.body is None or line.private is None:
        raise at(line.position, "there are no words, and yet it is not withheld")
    digest = sha256(line.body.encode()).digest()
    if digest.hex() != line.body_digest:
        raise at(line.position, "the body is not the one that was recorded")
    _keeps_commitments(line.position, _committed(line), line.private)
    return digest


def _committed(line: Line) -> dict[str, str]:
    try:
        return BODY.decode(line.body or "").private
    except (ValueError, RecursionError) as error:
        raise at(line.position, "its body is not what a server records") from error


def _keeps_commitments(
    position: int, committed: dict[str, str], private: dict[str, Kept | None]
) -> None:
    if committed.keys() != private.keys():
        raise at(position, "private fields are missing or added")
    for field, kept in private.items():
        if kept is None:
            continue
        if sha256(kept.salted()).hexdigest() != committed[field]:
            raise at(position, f"{field} is not the text that was recorded")
