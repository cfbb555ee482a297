"""What a checkpoint says: up to a position, an organization's log is this one and no other."""

import base64
import re
from dataclasses import dataclass
from typing import Self

from server.audit.chain import BEGINNING, UUIDS, hash_of
from server.audit.lines import DoesNotVerify
from server.audit.notes import NotSigned, Signer, Verifier
from server.audit.verify import Verified, at

ORIGIN = re.compile(
    r"(?P<name>\S+)/(?P<organization>[0-9a-f-]{36})/(?P<epoch>[1-9]\d{0,9})"
).fullmatch
SIZE = re.compile(r"[1-9]\d{0,18}", re.ASCII).fullmatch
CHAIN = re.compile(r"chain ([0-9a-f]{64})").fullmatch


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """A head of a log: how far it went, the root over all leaves, the chain of its last fact."""

    organization: str
    epoch: int
    position: int
    root: bytes
    chain: bytes

    @classmethod
    def said(cls, note: str, key: Verifier) -> Self:
        """The checkpoint of a note; raises DoesNotVerify where it is none, or of somebody else."""
        try:
            return cls._read(key.opened(note), key.name)
        except NotSigned as error:
            raise DoesNotVerify(f"the checkpoint: {error}") from error
        except ValueError as error:
            raise DoesNotVerify(f"the checkpoint: what is signed is none: {error}") from error

    @classmethod
    def _read(cls, text: str, name: str) -> Self:
        origin_line, size, root, chain_line, *_ = [*text.split("\n"), "", "", "", ""]
        origin, chain = ORIGIN(origin_line), CHAIN(chain_line)
        if not origin or origin["name"] != name or not UUIDS(origin["organization"]):
            raise ValueError(f"{origin_line!r} is no log of {name}")
        if not SIZE(size) or not chain:
            raise ValueError("the number of facts or the chain of the last is missing")
        return cls(
            organization=origin["organization"],
            epoch=int(origin["epoch"]),
            position=int(size),
            root=hash_said(root),
            chain=hash_of(chain[1]),
        )

    def text(self, name: str) -> str:
        """What is signed: origin, number of facts, root, and the chain of the last fact."""
        root = base64.b64encode(self.root).decode()
        origin = f"{name}/{self.organization}/{self.epoch}"
        return f"{origin}\n{self.position}\n{root}\nchain {self.chain.hex()}\n"

    def check(self, verified: Verified) -> None:
        """A history has come to where this was signed: it is the one that was signed, or not."""
        here = self.position
        if verified.last < here:
            raise at(verified.last + 1, f"it is missing: the log was signed up to position {here}")
        if verified.last > here:
            raise DoesNotVerify(
                f"the checkpoint of position {here} says nothing of what begins at {verified.first}"
            )
        if verified.organization != self.organization:
            raise at(here, "the checkpoint is of another organization")
        if verified.facts and verified.epoch != self.epoch:
            raise at(here, f"it was signed in epoch {self.epoch}, not in {verified.epoch}")
        if verified.chain != self.chain:
            raise at(here, "the facts up to here are not those that were signed")
        if verified.tree and verified.tree.root != self.root:
            raise at(here, "the root is not the one that was signed")

    def signed(self, signer: Signer) -> str:
        """The note that is given away."""
        return signer.signed(self.text(signer.name))


def hash_said(text: str) -> bytes:
    """The hash that a line of base64 stands for."""
    try:
        said = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise ValueError(f"{text!r} is no base64") from error
    if len(said) != len(BEGINNING):
        raise ValueError(f"{text!r} is no hash")
    return said
