"""Which text can be kept: well-formed, not too long, of control characters only breaks and tabs."""

import re
from dataclasses import fields, is_dataclass

from server.okr.refusals import Invalid, Objections

LONGEST = 10_000
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def storable(objections: Objections, said: object, *path: str) -> None:
    """Note every text in a command, at any depth, that cannot be kept."""
    if isinstance(said, str):
        objections.when(
            UNSTORABLE.search(said), Invalid("This has characters that cannot be kept.", *path)
        )
        objections.when(
            len(said) > LONGEST, Invalid(f"This is longer than {LONGEST} characters.", *path)
        )
    elif isinstance(said, list):
        for index, each in enumerate(said):
            storable(objections, each, *path, str(index))
    elif is_dataclass(said):
        for each in fields(said):
            storable(objections, getattr(said, each.name), *path, each.name)
