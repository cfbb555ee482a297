"""Findings: each has a sentence, a place among others, and a line in the documents."""

from hashlib import md5
from pathlib import Path

from server.okr.findings import FindingCode

ROOT = Path(__file__).parents[2]


def test_every_finding_stands_in_the_documents_as_it_is_said() -> None:
    lines = (ROOT / "docs" / "findings.md").read_text().splitlines()

    told = [f"| {each} | {each.severity} | {each.meaning} |" for each in FindingCode]
    assert [line for line in told if line not in lines] == []


def test_no_two_findings_about_one_thing_have_the_same_place() -> None:
    places = [int(md5(each.encode()).hexdigest()[:8], 16) % 1_000_000 for each in FindingCode]

    assert len({*places}) == len(places)
