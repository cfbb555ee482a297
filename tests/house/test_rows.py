"""Requirement rows are marked on tests that speak to the running server, few at a time."""

import re
from pathlib import Path

from tests.rows import ROOT, listing, shown

MOST = 3
ROW = re.compile(r"R[0-4]-\d{2,3}")


def test_the_list_of_rows_is_what_the_tests_say() -> None:
    assert (ROOT / "docs" / "rows.md").read_text() == listing(), "run `make rows`"


def test_rows_are_marked_by_their_ids() -> None:
    assert [row for *_, rows in shown() for row in rows if not ROW.fullmatch(row)] == []


def test_a_test_shows_at_most_three_rows() -> None:
    assert [name for _, name, rows in shown() if len(rows) > MOST] == []


def test_rows_are_shown_through_the_running_server() -> None:
    elsewhere = [name for path, name, _ in shown() if path.parent != Path("tests/graph")]
    assert elsewhere == []
