"""Which packages that the server needs are known to be vulnerable; said by `make check`."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

COMMAND = [
    *(
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        "requirements.lock",
        "--require-hashes",
        "--disable-pip",
    ),
    *("--format", "json", "--progress-spinner", "off", "--timeout", "10"),
]
PATIENCE = 60
UNREACHABLE = "Known vulnerabilities of packages cannot be looked up from here: not checked."


def looked_up(command: Sequence[str] = COMMAND) -> list[dict[str, Any]]:
    """What is known of each package; nothing where that cannot be reached."""
    try:
        ended = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        found: list[dict[str, Any]] = json.loads(ended.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError):
        return []
    return [each for each in found if "vulns" in each]


def told(found: Sequence[dict[str, Any]]) -> tuple[int, str]:
    """The exit status and what is said."""
    flaws = [
        f"{each['name']} {each['version']}: {flaw['id']}, mended in "
        f"{', '.join(flaw['fix_versions']) or 'no version yet'}"
        for each in found
        for flaw in each["vulns"]
    ]
    if flaws:
        return 1, "\n".join(flaws)
    return 0, f"{len(found)} packages, none known to be vulnerable" if found else UNREACHABLE


if __name__ == "__main__":
    status, sentence = told(looked_up())
    print(sentence, file=sys.stderr if status else sys.stdout)
    sys.exit(status)
