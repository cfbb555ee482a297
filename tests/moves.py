"""What each kind of fact does to where key results stand, told from before and after alone."""

from decimal import Decimal
from uuid import UUID

from tests import arithmetic
from tests.measures import Row, adds_up
from tests.readings import Readings
from tests.recomputed import all_rows
from tests.snapshots import Snapshot

LINEAR = {"INCREASE": 1, "DECREASE": -1}
UNCOUNTED = ("COMPOUND", "DONE", "BY_DATE", "MILESTONES")
READ_ALONE = ("LATEST", "SUM")
BOUNDS = ("target", "lower", "upper", "strict")
REPORTS = ("CheckInRecorded", "CheckInCorrected", "CheckInRetracted")
MOVING = (
    *REPORTS,
    "ObjectiveCreated",
    "ObjectiveActivated",
    "ObjectiveWithdrawn",
    "ObjectiveAligned",
    "AlignmentRevised",
    "AlignmentRemoved",
    "BaselineEstablished",
    "KeyResultAdded",
    "KeyResultBound",
    "KeyResultRevised",
    "KeyResultWithdrawn",
    "KpiValueCorrected",
    "KpiValueRecorded",
    "ObjectiveEdited",
    "PersonDeactivated",
    "TeamMemberAdded",
    "TeamMemberRemoved",
    "WindowOpened",
)


class Move:
    """A fact about a key result, with where things stood before it and after it."""

    def __init__(self, event: Row, rows: dict[str, list[Row]]) -> None:
        self.event = event
        self.position = event["position"]
        self.before = Snapshot.at(rows, self.position - 1)
        self.after = Snapshot.at(rows, self.position)
        self.progress_before = {row["id"]: row for row in self.before.rows["progress"]}
        self.progress_after = {row["id"]: row for row in self.after.rows["progress"]}

    def check(self) -> None:
        kind = self.event["type"]
        if kind not in MOVING:
            moved = self.progress_before.items() ^ self.progress_after.items()
            assert not moved, f"{kind} at {self.position} moves {moved}"
        elif kind == "KeyResultRevised":
            self._revised(self.event["stream_id"])
        elif kind == "BaselineEstablished":
            self._begun(self.event["stream_id"])
        elif kind in ("CheckInRecorded", "KeyResultBound", "KpiValueRecorded"):
            for report in self._new():
                self._recorded(report["key_result_id"], report)
        elif kind in ("CheckInCorrected", "KpiValueCorrected"):
            for report in self._new():
                self._corrected(report["key_result_id"], report)

    def _revised(self, key_result: UUID) -> None:
        """A new metric moves nothing that is still counted in the same way."""
        old, new = (each.key_results[key_result] for each in (self.before, self.after))
        same = all(old[name] == new[name] for name in ("kind", "reading")) and not any(
            old[name] != new[name] for name in BOUNDS if new["reading"] not in READ_ALONE
        )
        stood = self._stood(key_result)
        if stood is not None and old["kind"] not in UNCOUNTED and (same or adds_up(new)):
            assert self._stands(key_result) == stood, f"at {self.position}"

    def _begun(self, key_result: UUID) -> None:
        """Where it stands was known from reports of the whole; only the way was not."""
        if self._stood(key_result) is not None:
            assert self._stands(key_result) == self._stood(key_result), f"at {self.position}"

    def _new(self) -> list[Row]:
        """The reports that the fact made: one of its own, or one of each that follows a KPI."""
        return [row for row in self.after.rows["check_ins"] if self._is_new(row)]

    def _recorded(self, key_result: UUID, report: Row) -> None:
        """The latest word on the whole is where it stands; a part adds what it grew by."""
        row = self.after.key_results[key_result]
        if report["value"] is None or row["kind"] in ("BY_DATE", "MILESTONES"):
            return
        if row["reading"] not in READ_ALONE or row["per_person"] is not None:
            return
        if row["reading"] == "SUM":
            self._entered(key_result, row, report)
            return
        if report["contribution_id"] is not None:
            self._part_grew(key_result, report["contribution_id"])
        elif self.after._latest_report(key_result) == report:
            assert self._stands(key_result) == report["value"], f"at {self.position}"
        else:
            assert self._stands(key_result) == self._stood(key_result), f"at {self.position}"

    def _entered(self, key_result: UUID, row: Row, entry: Row) -> None:
        """An entry adds what it says."""
        stood, stands = self._stood(key_result), self._stands(key_result)
        if stood is not None:
            assert stands is not None
            added = LINEAR.get(row["kind"], 1) * entry["value"]
            if entry["contribution_id"] is None or adds_up(row):
                assert stands == stood + added, f"at {self.position}"

    def _corrected(self, key_result: UUID, report: Row) -> None:
        """A correction of what counts moves by what was wrong."""
        (wrong,) = (
            row for row in self.before.rows["check_ins"] if row["id"] == report["corrects_id"]
        )
        reading = self.after.key_results[key_result]["reading"]
        by_date = self.after.key_results[key_result]["kind"] == "BY_DATE"
        personal = self.after.key_results[key_result]["per_person"] is not None
        if reading not in READ_ALONE or by_date or personal:
            return
        if report["contribution_id"] is not None:
            self._part_grew(key_result, report["contribution_id"])
        elif reading == "SUM":
            self._entered(key_result, self.after.key_results[key_result], difference(report, wrong))
        elif self.before._latest_report(key_result) == wrong and report["value"] is not None:
            stood, stands = self._stood(key_result), self._stands(key_result)
            if stood is not None and wrong["rest"] is not None:
                assert stands == stood + report["value"] - wrong["value"], f"at {self.position}"
            elif self.after.key_results[key_result]["kind"] in LINEAR:
                assert stands == report["value"], f"at {self.position}"

    def _part_grew(self, key_result: UUID, part: UUID) -> None:
        stood, stands = self._stood(key_result), self._stands(key_result)
        if stood is None or stands is None or not adds_up(self.after.key_results[key_result]):
            return
        # One that nothing is added to any more may still have the parts of people who left it.
        direction = LINEAR.get(self.after.key_results[key_result]["kind"], 0)
        old, new = (
            next(
                row["current"] or Decimal(0)
                for row in each.rows["contributions"]
                if row["id"] == part
            )
            for each in (self.before, self.after)
        )
        assert stands == stood + direction * (new - old), f"at {self.position}"

    def _is_new(self, row: Row) -> bool:
        return bool(row["created_position"] == self.position)

    def _stood(self, key_result: UUID) -> Decimal | None:
        current: Decimal | None = self.progress_before[key_result]["current"]
        return current

    def _stands(self, key_result: UUID) -> Decimal | None:
        current: Decimal | None = self.progress_after[key_result]["current"]
        return current


def difference(report: Row, wrong: Row) -> Row:
    """What a correction adds to a sum."""
    return {"value": (report["value"] or 0) - (wrong["value"] or 0), "contribution_id": None}


async def check(readings: Readings) -> None:
    """Look at every fact of an organization."""
    rows = await all_rows(readings)
    _check_ratios(rows["check_ins"])
    for event in await readings.log():
        Move(event, rows).check()


def _check_ratios(reports: list[Row]) -> None:
    """Where something was counted of something, that is the value, or so many of a hundred."""
    for row in reports:
        numerator, denominator = row["numerator"], row["denominator"]
        if numerator is not None:
            share = arithmetic.quotient(numerator, denominator)
            percent = arithmetic.quotient(numerator * 100, denominator)
            assert row["value"] in (share, percent)
