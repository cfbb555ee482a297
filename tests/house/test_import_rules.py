"""Rooms depend one way only, and the room called schema is ours."""

import subprocess
import sys
from pathlib import Path

import schema

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]


def test_the_rooms_depend_one_way_only() -> None:
    linted = subprocess.run(LINT_IMPORTS, cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout


def test_the_room_called_schema_is_ours_and_no_package_of_that_name() -> None:
    assert schema.__file__ == str(ROOT / "schema" / "__init__.py")
