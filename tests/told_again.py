"""The values of key results and objectives over time, computed a second time from the rows."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Any
from uuid import UUID

from server.okr.terms import MetricKind
from tests.belonging import Rows
from tests.measures import Row
from tests.readings import Readings
from tests.recomputed import all_rows
from tests.snapshots import Snapshot

TOLD = "select * from value_series($1, $2, $3, $4, '-infinity', $5, $6) order by place"
SUNDAY = 7
REPORTED = {*MetricKind} - {MetricKind.COMPOUND}


def when(report: Row) -> tuple[date, float]:
    """Where a report stands among all."""
    return report["occurred_on"], report["place"]


@dataclass(kw_only=True)
class Retold:
    """What an organization knew at each position, and what it knows now of each day."""

    readings: Readings
    rows: Rows
    days: dict[int, date]

    async def check(self) -> int:
        """Compare every value with what it should be; answers how many there were."""
        now, told = Snapshot.at(self.rows, max(self.days)), 0
        for noun in (*now.objectives, *now.key_results):
            objective = now.key_results.get(noun, {"objective_id": noun})["objective_id"]
            told += len(await self._recorded(noun, objective))
            told += len(await self._occurred(now, noun, objective))
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

    async def _occurred(self, now: Snapshot, noun: UUID, objective: UUID) -> list[Row]:
        points: list[Row] = await self._series(noun, "OCCURRED", None, objective)
        below = self._below(now, noun)
        reports = [
            each
            for each in sorted(now.rows["check_ins"], key=when)
            if each["key_result_id"] in below and each["occurred_on"] <= self.last
            if each["corrected_by_id"] is None and not each["retracted"]
        ]
        alone = below == [noun] and now.key_results.get(noun, {"kind": None})["kind"] in REPORTED
        if not alone:
            reports = [*{each["occurred_on"]: each for each in reports}.values()]
        assert [point["check_in_id"] for point in points] == [each["id"] for each in reports]
        for point, report in zip(points, reports, strict=True):
            until = report["occurred_on"], report["place"] if alone else inf
            numbers = self._then(now, until).of(noun)
            assert (point["current"], point["raw"]) == (numbers.current, numbers.raw), noun
        self._lasting(points, await self._series(noun, "OCCURRED", "WEEK", objective), weekly=True)
        return points

    def _below(self, now: Snapshot, noun: UUID) -> list[UUID]:
        """What a number rests on, itself first."""
        found = [noun]
        for each in found:
            found += [
                row["id"]
                for row in now.rows["key_results"]
                if each in (row["objective_id"], row["part_of_id"]) and row["id"] not in found
            ]
            found += [
                row["objective_id"]
                for row in now.rows["alignments"]
                if row["roll_up"] != "NONE"
                and each in (row["to_objective_id"], row["to_key_result_id"])
                if row["objective_id"] not in found
            ]
        return found

    def _then(self, now: Snapshot, until: tuple[date, float]) -> Snapshot:
        """What is known now, as if nothing had been true after a place on a day."""
        reports = [row for row in now.rows["check_ins"] if when(row) <= until]
        told = Snapshot(rows=now.rows | {"check_ins": reports}, ever=self.rows)
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
