"""Feeds bytes to every parser, those first that led to new places.

`python -m tests.hostile.fuzzing FOLDER` goes on until something is found, and keeps what led on.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["server", "schema"]):
    from tests.hostile.parsers import PARSERS

EACH = list(PARSERS)


def fed(data: bytes) -> None:
    """The first byte says which parser gets the rest."""
    if data:
        EACH[data[0] % len(EACH)](data[1:].decode(errors="surrogateescape"))


def begin(folder: Path) -> None:
    """Lay down for each parser something that it takes."""
    for number, sample in enumerate(PARSERS.values()):
        (folder / f"sample-{number}").write_bytes(bytes([number]) + sample.encode())


if __name__ == "__main__":
    begin(Path(sys.argv[-1]))
    atheris.enabled_hooks.add("RegEx")
    atheris.Setup(sys.argv, fed)
    atheris.Fuzz()
