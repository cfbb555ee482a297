"""Every number of an organization, at every position, computed a second time from what it rests on.

Progress itself is what is checked.
"""

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

from tests.arithmetic import Numbers
from tests.measures import Row
from tests.readings import Readings
from tests.snapshots import STATED, Snapshot

OPEN_END = 9223372036854775807


async def check(readings: Readings) -> None:
    """Compare every number at every position with what it should be, and with its explanation."""
    rows = await all_rows(readings)
    positions = sorted({row["from_position"] for name in STATED for row in rows[name]})
    for position in positions:
        snapshot = Snapshot.at(rows, position)
        _compare(position, snapshot, snapshot.rows["progress"])
    if positions:
        await _compare_explanations(readings, Snapshot.at(rows, positions[-1]))
    _check_versions(rows["progress"])


def _compare(position: int, snapshot: Snapshot, progress: list[Row]) -> None:
    found = {
        row["id"]: Numbers(row["current"], row["raw"], row["value"], row["own"]) for row in progress
    }
    expected = snapshot.numbers()
    wrong = {
        noun: (found.get(noun), expected.get(noun))
        for noun in found.keys() | expected.keys()
        if found.get(noun) != expected.get(noun)
    }
    assert not wrong, f"at position {position}, found and expected: {wrong}"
    parts = {row["id"]: row["current"] for row in snapshot.rows["contributions"]}
    assert parts == snapshot.parts_reported(), f"at position {position}"
    done = {row["id"]: row["done"] for row in snapshot.rows["milestones"]}
    assert done == snapshot.milestones_reported(), f"at position {position}"


async def _compare_explanations(readings: Readings, snapshot: Snapshot) -> None:
    for kind, nouns in (("key_result", snapshot.key_results), ("objective", snapshot.objectives)):
        for noun in nouns:
            shown = await readings.rows(f"select * from {kind}_inputs($1, $2)", noun)
            told = {
                (row["node_id"], row["role"]): (row["value"], row["weight"], row["counted"])
                for row in shown
            }
            assert len(told) == len(shown)
            assert told == {
                key: (part.value, part.weight, part.counted)
                for key, part in snapshot.parts(noun).items()
            }
            assert all((row["because"] is None) == row["counted"] for row in shown)
    for noun, row in snapshot.key_results.items():
        shown = await readings.rows("select * from key_result_periods($1, $2)", noun)
        attained = dict(snapshot.attained(row) if row["per"] else ())
        silent = all(value is None for value in attained.values())
        nothing = None if silent else Decimal(0)
        for each in shown:
            value = attained.pop(each["label"])
            assert each["value"] == (nothing if value is None else value)
        assert not attained


def _check_versions(progress: list[Row]) -> None:
    """A row follows another only where a number moved, and names the fact that moved it."""
    versions: dict[UUID, list[Row]] = defaultdict(list)
    for row in sorted(progress, key=lambda row: row["from_position"]):
        versions[row["id"]].append(row)
        assert row["caused_by"] == row["from_position"]
    for rows in versions.values():
        assert rows[0]["created_position"] == rows[0]["from_position"]
        assert rows[-1]["to_position"] == OPEN_END
        for before, after in pairwise(rows):
            assert before["to_position"] == after["from_position"]
            assert after["created_position"] == before["created_position"]
            names = ("current", "raw", "value", "own", "formula")
            assert [before[name] for name in names] != [after[name] for name in names]


async def all_rows(readings: Readings) -> dict[str, list[Row]]:
    """The rows of all times, by table."""
    (head,) = await readings.rows("select state_version from log.head where org_id = $1")
    schema = f"state_{head['state_version']}"
    return {
        name: await readings.rows(f"select * from {schema}.{name} where org_id = $1")
        for name in (*STATED, "progress")
    }
