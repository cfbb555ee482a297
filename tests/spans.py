"""Rows of the state are spans of positions: one after another, opened and closed by facts alone."""

from collections import defaultdict
from itertools import pairwise
from typing import Any
from uuid import UUID

from tests.readings import Readings

OPEN_END = 9223372036854775807
# What mentions a noun once does so for good, and many do.
TABLES = """
  select c.relname as name from pg_class c
  where $1::uuid is not null and c.relkind = 'r' and c.relname not in ('versioned', 'mentions')
    and c.relnamespace = (
      select 'state_' || h.state_version from log.head h where h.org_id = $1
    )::regnamespace
"""
LASTING = """
  select name, columns from state_{version}_past.lasting() where $1::uuid is not null
"""
NOUNS = {
    "Person": "people",
    "Permission": "people",
    "Token": "people",
    "Team": "teams",
    "Cycle": "cycles",
    "Objective": "objectives",
    "KeyResultAdded": "objectives",
    "KeyResultProposed": "requests",
    "KeyResult": "key_results",
    "ContributionRequested": "requests",
    "RevisionProposed": "requests",
    "Comment": "comments",
    "Announcement": "announcements",
    "Recognition": "recognitions",
    "Participant": "objectives",
    "Request": "requests",
    "Help": "requests",
    "Baseline": "key_results",
    "Window": "key_results",
    "Contribut": "key_results",
    "CheckIn": "key_results",
    "Obstacle": "key_results",
    "Work": "work_items",
    "Attestation": "attestations",
    "Case": "cases",
    "Meeting": "meetings",
    "Capacity": "capacities",
    "Step": "steps",
}


async def check(readings: Readings) -> None:
    """Look at every row of an organization."""
    (head,) = await readings.rows("select * from log.head where org_id = $1")
    log = await readings.log()
    for name in [row["name"] for row in await readings.rows(TABLES)]:
        rows = await readings.rows(
            f"select * from state_{head['state_version']}.{name} where org_id = $1"
        )
        spans = by_noun(rows)
        for noun, versions in spans.items():
            _check_spans(f"{name} {noun}", versions, len(log))
        _check_openings(name, spans, log)
    for table in await readings.rows(LASTING.format(version=head["state_version"])):
        rows = await readings.rows(
            f"select * from state_{head['state_version']}.{table['name']} where org_id = $1"
        )
        for noun, versions in by_noun(rows).items():
            _check_lasting(f"{table['name']} {noun}", versions, table["columns"])


def by_noun(rows: list[Any]) -> dict[UUID, list[Any]]:
    """The rows of each noun, in order."""
    spans: dict[UUID, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["from_position"]):
        spans[row["id"]].append(row)
    return spans


def _check_spans(what: str, rows: list[Any], length: int) -> None:
    assert rows[0]["created_position"] == rows[0]["from_position"], what
    for row in rows:
        assert 1 <= row["from_position"] <= length, what
        assert row["to_position"] == OPEN_END or row["to_position"] <= length, what
    for before, after in pairwise(rows):
        if after["created_position"] == after["from_position"]:
            assert before["to_position"] <= after["from_position"], what
        else:
            assert before["to_position"] == after["from_position"], what
            assert after["created_position"] == before["created_position"], what
            if "version" in before:
                assert after["version"] - before["version"] in (0, 1), what


def _check_lasting(what: str, rows: list[Any], columns: list[str]) -> None:
    """What the past is found by is said once, and stands in the present."""
    assert rows[-1]["to_position"] == OPEN_END, what
    for column in columns:
        assert len({row[column] for row in rows}) == 1, f"{what}: {column}"


def _check_openings(table: str, spans: dict[UUID, list[Any]], log: list[Any]) -> None:
    """Every fact in the stream of a noun opens one new row of it."""
    for event in log:
        kind = next((NOUNS[name] for name in NOUNS if event["type"].startswith(name)), None)
        if kind == table and event["type"] != "ObjectiveAligned":
            opened = [
                row
                for row in spans[event["stream_id"]]
                if row["from_position"] == event["position"]
            ]
            assert len(opened) == 1, f"{event['type']} at {event['position']} opens no row"
