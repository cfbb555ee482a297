"""What `make check` says of packages that are known to be vulnerable."""

import sys

from tests.known_flaws import UNREACHABLE, looked_up, told

GOOD = {"name": "a", "version": "1", "vulns": []}
FLAW = {"id": "CVE-2026-1", "fix_versions": ["2.1"], "aliases": [], "description": ""}
OPEN = {"id": "CVE-2026-2", "fix_versions": [], "aliases": [], "description": ""}


def test_a_flaw_ends_the_check_and_is_named_with_what_mends_it() -> None:
    status, sentence = told([GOOD, {"name": "b", "version": "2", "vulns": [FLAW, OPEN]}])
    assert status == 1
    assert sentence.splitlines() == [
        "b 2: CVE-2026-1, mended in 2.1",
        "b 2: CVE-2026-2, mended in no version yet",
    ]


def test_that_nothing_is_known_is_not_that_nothing_could_be_looked_up() -> None:
    assert told([GOOD]) == (0, "1 packages, none known to be vulnerable")
    assert told([]) == (0, UNREACHABLE)
    assert looked_up([sys.executable, "-c", "raise SystemExit(1)"]) == []
    skipped = '{"dependencies": [{"name": "a", "skip_reason": "not found"}]}'
    assert looked_up([sys.executable, "-c", f"print({skipped!r})"]) == []
