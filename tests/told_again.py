"""The values of key results and objectives over time, computed a second time from the rows."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.belonging import Rows
from tests.measures import Row
from tests.readings import Readings
from tests.recomputed import all_rows
from tests.snapshots import Snapshot

TOLD = "select * from value_series($1, $2, $3, $4, '-infinity', $5, $6) order by place"
SUNDAY = 7


@dataclass(kw_only=True)
class Retold:
    """What an organization knew at each position, and what it knows now of each day."""

    readings: Readings
    rows: Rows
    days: dict[int, date]

    async def check(self) -> int:
        """Compare every value with what it should be; answers how many there were."""
        now, told = Snapshot.at(self.rows, max(self.days)), 0
        for noun in now.objectives:
            told += len(await self._recorded(noun, noun))
        for noun, row in now.key_results.items():
            told += len(await self._recorded(noun, row["objective_id"]))
            told += await self._occurred(now, row)
        return told

    @property
    def last(self) -> date:
        """The last day of which anything is known."""
        return max(self.days.values())

    async def _series(self, noun: UUID, along: str, every: str | None, objective: UUID) -> Any:
        rows = await self.readings.rows(TOLD, noun, along, every, self.last, objective)
        assert len({row["place"] for row in rows}) == len(rows)
        return rows

    async def _recorded(self, noun: UUID, objective: UUID) -> list[Row]:
        points: list[Row] = await self._series(noun, "RECORDED", None, objective)
        for point in points:
            numbers = Snapshot.at(self.rows, point["position"]).of(noun)
            assert (point["current"], point["raw"]) == (numbers.current, numbers.raw)
            assert point["on"] == self.days[point["position"]]
        moved = {row["from_position"] for row in self.rows["progress"] if row["id"] == noun}
        assert moved <= {point["position"] for point in points}
        self._lasting(points, await self._series(noun, "RECORDED", "DAY", objective), weekly=False)
        return points

    async def _occurred(self, now: Snapshot, row: Row) -> int:
        noun, objective = row["id"], row["objective_id"]
        points = await self._series(noun, "OCCURRED", None, objective)
        reports = [each for each in now.reports(noun) if each["occurred_on"] <= self.last]
        assert [point["check_in_id"] for point in points] == [each["id"] for each in reports]
        for point, report in zip(points, reports, strict=True):
            numbers = self._then(now, report).of(noun)
            expected = (None, None) if row["kind"] == "COMPOUND" else (numbers.current, numbers.raw)
            assert (point["current"], point["raw"]) == expected, row
        self._lasting(points, await self._series(noun, "OCCURRED", "WEEK", objective), weekly=True)
        return len(points)

    def _then(self, now: Snapshot, last: Row) -> Snapshot:
        """What is known now, as if nothing had been true after a report, nor supported anything."""
        until = last["occurred_on"], last["place"]
        reports = [
            row for row in now.rows["check_ins"] if (row["occurred_on"], row["place"]) <= until
        ]
        told = Snapshot(rows=now.rows | {"check_ins": reports, "alignments": []}, ever=self.rows)
        parts, done = told.parts_reported(), told.milestones_reported()
        stood = {
            "contributions": [
                {**row, "current": parts[row["id"]]} for row in now.rows["contributions"]
            ],
            "milestones": [{**row, "done": done[row["id"]]} for row in now.rows["milestones"]],
        }
        return Snapshot(rows=told.rows | stood, ever=self.rows)

    def _lasting(self, points: list[Row], read: list[Row], *, weekly: bool) -> None:
        """At the end of each span stands what was last known."""
        expected = []
        day = points[0]["on"] if points else self.last + timedelta(days=1)
        while day <= self.last:
            if not weekly or day.isoweekday() == SUNDAY or day == self.last:
                known = [point for point in points if point["on"] <= day][-1]
                expected.append((day, known["position"], known["raw"], known["confidence"]))
            day += timedelta(days=1)
        found = [(row["on"], row["position"], row["raw"], row["confidence"]) for row in read]
        assert found == expected


async def check(readings: Readings) -> int:
    """Compare every value over time with what it should be; answers how many there were."""
    events = await readings.log()
    days = {row["position"]: row["recorded_at"].date() for row in events}
    return await Retold(readings=readings, rows=await all_rows(readings), days=days).check()
