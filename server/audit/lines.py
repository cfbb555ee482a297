"""The lines of an exported history, and nothing else: every field in its form, and no other."""

from typing import Annotated

import msgspec

Number = Annotated[int, msgspec.Meta(ge=1, le=2**32 - 1)]
Position = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]


class DoesNotVerify(Exception):
    """Something does not fit; the message says at which position or line, and why."""


class Kept(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A private value and the salt that hides it in its commitment."""

    salt: str
    value: str

    def salted(self) -> bytes:
        """The bytes whose hash is the commitment."""
        salt = bytes.fromhex(self.salt)
        if salt.hex() != self.salt:
            raise ValueError(f"{self.salt!r} is no salt")
        return salt + self.value.encode()


class Line(
    msgspec.Struct, rename="camel", forbid_unknown_fields=True, gc=False, kw_only=True, frozen=True
):
    """One fact with all that its chain depends on."""

    organization_id: str
    epoch: Number
    position: Position
    stream_id: str
    version: Number
    event_id: str
    command_id: str
    type: str
    schema_version: Number
    recorded_at: str
    actor_id: str
    body: str | None
    body_digest: str
    private: dict[str, Kept | None] | None
    previous_chain: str
    chain: str
    withheld: bool = False


class Body(msgspec.Struct, gc=False):
    """What the chain of a fact says of its private values: a commitment for each."""

    private: dict[str, str] = {}


LINE = msgspec.json.Decoder(Line)
BODY = msgspec.json.Decoder(Body)


def parsed(number: int, text: str | bytes) -> Line:
    """What a line says; raises DoesNotVerify for a line that no export has."""
    try:
        return LINE.decode(text)
    except msgspec.ValidationError as error:
        if _is_json(text):
            raise ill_formed(number, error) from error
        raise DoesNotVerify(f"line {number}: this is no JSON") from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise DoesNotVerify(f"line {number}: this is no JSON") from error


def _is_json(text: str | bytes) -> bool:
    """Whether it is JSON to its end: what does not fit is told before the end is looked at."""
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False
    return True


def ill_formed(number: int, error: Exception) -> DoesNotVerify:
    """What is told of a line that is JSON and no fact."""
    return DoesNotVerify(f"line {number}: this is no fact of an export: {error}")
