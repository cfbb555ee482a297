"""What `okrlog verify` checks with the files that it is given, and what it tells of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from server.audit.checkpoints import Checkpoint
from server.audit.lines import DoesNotVerify
from server.audit.notes import Verifier
from server.audit.proofs import OLD, Growth, Inclusion
from server.audit.verify import Verified, verify

LONGEST = 1 << 20
SHOWN = 10


@dataclass(kw_only=True)
class Told:
    """What was found good, and what has to be known about it."""

    good: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


def check(
    file: Iterable[bytes], checkpoints: list[str], proofs: list[str], key: Verifier | None
) -> Told:
    """Check a history, or a proof that one has grown; raises DoesNotVerify."""
    if key is None:
        if checkpoints or proofs:
            raise DoesNotVerify("a checkpoint or proof says nothing without the key of who signed")
        return _alone(verify(file))
    signed = [Checkpoint.said(each, key) for each in checkpoints]
    lines = iter(file)
    first = next(lines, b"")
    if OLD(first.decode(errors="replace").rstrip("\n")):
        return _growth(Growth.said(_rest(first, lines), key), signed)
    proved = [Inclusion.said(each, key) for each in proofs]
    return _history(chain([first] if first else [], lines), signed, proved)


def _alone(verified: Verified) -> Told:
    told = Told(good=[_facts(verified)])
    told.beside += ["Only the file's agreement with itself was checked: no key was given."]
    told.beside += [*_before(verified), *_gone(verified)]
    return told


def _history(lines: Iterable[bytes], signed: list[Checkpoint], proved: list[Inclusion]) -> Told:
    verified = Verified()
    given: list[Checkpoint | Inclusion] = [*signed, *proved]
    for each in given:
        verified.expect(each.position, each.check)
    verify(lines, verified)
    told = Told(good=[_facts(verified)])
    told.good += [f"The checkpoint of position {each.position} fits." for each in signed]
    told.good += [f"The proof of position {each.position} fits." for each in proved]
    covered = max((each.position for each in given), default=0)
    if covered < verified.last:
        begin = max(covered + 1, verified.first)
        told.beside += [f"Nothing that was signed covers positions {begin} to {verified.last}."]
    if not signed:
        told.beside += _before(verified)
    told.beside += _gone(verified)
    return told


def _growth(growth: Growth, earlier: list[Checkpoint]) -> Told:
    if not earlier:
        raise DoesNotVerify("the proof: the checkpoint that it begins with was not given")
    for each in earlier:
        growth.check(each)
    begin, end = growth.old, growth.checkpoint.position
    return Told(good=[f"The log of position {end} begins with that of position {begin}."])


def _facts(verified: Verified) -> str:
    return (
        f"{verified.facts} facts, positions {verified.first} to {verified.last}, "
        f"chain {verified.chain.hex()}"
    )


def _before(verified: Verified) -> list[str]:
    if verified.first <= 1:
        return []
    return [f"What is before position {verified.first} was not checked."]


def _gone(verified: Verified) -> list[str]:
    missing = verified.gone.unexplained
    shown = ", ".join(f"{field} of position {position}" for position, field in missing[:SHOWN])
    more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
    told = f"Missing, and no redaction in this file says why: {shown}{more}."
    return [told] if missing else []


def _rest(first: bytes, lines: Iterator[bytes]) -> str:
    """The whole of a short file."""
    text = first
    for each in lines:
        text += each
        if len(text) > LONGEST:
            break
    return text.decode(errors="replace")
