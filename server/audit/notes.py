"""Signed notes as C2SP writes them down: a text for people, signed with Ed25519 by a named key."""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\1"
NAME = re.compile(r"[^\s+]+").fullmatch
SIGNATURE = re.compile(r"— (\S+) (\S+)").fullmatch
LENGTH = 33
LARGEST = 1 << 20


class NoKey(ValueError):
    """The text is no public key of this form."""


class NotSigned(Exception):
    """A note is not signed with the key; the message says what is the matter."""


@dataclass(frozen=True, kw_only=True)
class Verifier:
    """A public key with the name of whoever signs with it."""

    name: str
    key: bytes

    @classmethod
    def said(cls, text: str) -> Self:
        """The key that a text `name+id+key` stands for; raises NoKey."""
        name, _, rest = text.strip().partition("+")
        number, _, encoded = rest.partition("+")
        try:
            key = base64.b64decode(encoded, validate=True)
        except ValueError as error:
            raise NoKey("the key is no base64") from error
        said = cls(name=name, key=key[1:])
        if not (NAME(name) and name.isprintable() and key[:1] == ED25519 and len(key) == LENGTH):
            raise NoKey("it is not of the form name+id+key")
        if said.number.hex() != number:
            raise NoKey("its id is not that of its name and key")
        return said

    @property
    def number(self) -> bytes:
        """What signatures say of the key that they were made with."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.key).digest()[:4]

    def __str__(self) -> str:
        encoded = base64.b64encode(ED25519 + self.key).decode()
        return f"{self.name}+{self.number.hex()}+{encoded}"

    def opened(self, note: str) -> str:
        """The text of a note that is signed with this key; raises NotSigned."""
        text, blank, signatures = note.rpartition("\n\n")
        if not blank or len(note) > LARGEST or not signatures.endswith("\n"):
            raise NotSigned("this is no signed note")
        for each in signatures[:-1].split("\n"):
            signature = self._of_this_key(each)
            if signature is not None:
                self._check(f"{text}\n", signature)
                return f"{text}\n"
        raise NotSigned(f"it is not signed with the key of {self.name}")

    def _of_this_key(self, line: str) -> bytes | None:
        parts = SIGNATURE(line)
        if parts is None:
            raise NotSigned("a line of its signatures has another form")
        try:
            said = base64.b64decode(parts[2], validate=True)
        except ValueError as error:
            raise NotSigned("a signature is no base64") from error
        return said[4:] if (parts[1], said[:4]) == (self.name, self.number) else None

    def _check(self, text: str, signature: bytes) -> None:
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, text.encode())
        except (InvalidSignature, ValueError) as error:
            raise NotSigned("its signature does not fit its text") from error


@dataclass(frozen=True, kw_only=True)
class Signer:
    """A private key with the name under which it signs."""

    name: str
    key: Ed25519PrivateKey

    @property
    def verifier(self) -> Verifier:
        """What is needed to check what was signed."""
        return Verifier(name=self.name, key=self.key.public_key().public_bytes_raw())

    def signed(self, text: str) -> str:
        """A note with this text, which ends in a newline."""
        signature = self.verifier.number + self.key.sign(text.encode())
        return f"{text}\n— {self.name} {base64.b64encode(signature).decode()}\n"
