"""The commands of docs/audit.md, said one after the other as they stand there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import PEOPLE, Home
from tests.faults.processes import environment
from tests.serving import ROOT

FACTS = PEOPLE + 3
SECTION = re.compile(
    r"^## An empty directory to a verified history\n(.*)", re.DOTALL | re.MULTILINE
)
BLOCK = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)


def blocks() -> list[str]:
    """What the page tells an auditor to type, block by block."""
    section = SECTION.search((ROOT / "docs" / "audit.md").read_text(encoding="utf-8"))
    assert section
    return BLOCK.findall(section[1])


def test_an_auditor_comes_from_an_empty_directory_to_a_verified_history(
    home: Home, tmp_path: Path
) -> None:
    if shutil.which("node") is None:
        pytest.skip("the page asks for Node, which is not installed here")
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("server", "sql", "schema", "tests"):
        (checkout / name).symlink_to(ROOT / name)
    (checkout / ".venv").symlink_to(Path(sys.executable).parents[1])

    def typed(block: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", block],
            check=False,
            capture_output=True,
            text=True,
            cwd=checkout,
            env=environment({"data_dir": home.data_dir}),
            timeout=100,
        )

    demo, verified, again, proved, found = blocks()
    assert demo == "make demo\n"
    for block in (verified, again):
        ended = typed(block)
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout.startswith(f"{FACTS} facts, positions 1 to {FACTS}, chain ")
    _, fits, grown = typed(proved).stdout.splitlines()
    assert fits == "The proof of position 7 fits."
    assert grown.endswith(f" begins with that of position {FACTS}.")
    assert (typed(found).returncode, typed(found).stderr) == (
        1,
        "okrlog: position 7: the header is not the one that was recorded\n",
    )
