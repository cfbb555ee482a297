"""Both verifiers, asked in the same way: what they tell of a history, or nothing."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from server.audit.checking import check
from server.audit.lines import DoesNotVerify
from server.audit.notes import Verifier

JAVASCRIPT = Path(__file__).parent / "verify.mjs"
NODE = shutil.which("node")


@dataclass(frozen=True, kw_only=True)
class Signed:
    """What whoever checks has beside the history: checkpoints, proofs, and the key for them."""

    key: Verifier | None = None
    checkpoints: Sequence[str] = field(default=())
    proofs: Sequence[str] = field(default=())


NOTHING = Signed()


def python(lines: Sequence[str], signed: Signed = NOTHING) -> str:
    """What okrlog tells; nothing where everything fits."""
    try:
        encoded = [f"{line}\n".encode() for line in lines]
        check(encoded, [*signed.checkpoints], [*signed.proofs], signed.key)
    except DoesNotVerify as told:
        return str(told)
    return ""


def javascript(folder: Path, lines: Sequence[str], signed: Signed = NOTHING) -> str:
    """The same from the verifier that was written from the page."""
    if NODE is None:
        pytest.skip("the second verifier needs Node, which is not installed here")
    arguments = [_written(folder / "history", "".join(f"{line}\n" for line in lines))]
    for name, texts in (("checkpoint", signed.checkpoints), ("proof", signed.proofs)):
        for number, text in enumerate(texts):
            arguments += [f"--{name}", _written(folder / f"{name}-{number}", text)]
    if signed.key:
        arguments += ["--key", str(signed.key)]
    ended = subprocess.run(
        [NODE, JAVASCRIPT, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode in (0, 1), ended.stderr
    return ended.stderr.rstrip("\n") if ended.returncode else ""


def found(tmp_path: Path, history: Sequence[str], signed: Signed = NOTHING) -> str:
    """What both tell of a history; they have to agree."""
    by_python, by_javascript = python(history, signed), javascript(tmp_path, history, signed)
    assert by_python.split(": ")[:2] == by_javascript.split(": ")[:2]
    if "of an export" not in by_python:
        assert by_python == by_javascript
    return by_python


def _written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8", newline="\n")
    return str(path)
