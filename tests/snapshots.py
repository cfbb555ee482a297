"""What held in an organization at one position, and every number that follows from it.

Only stated things are read: nouns, reports, alignments.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Self
from uuid import UUID

from tests import arithmetic
from tests.arithmetic import Numbers, Part, Report, rounded
from tests.belonging import Rows, at, counted
from tests.calendar_of_periods import periods
from tests.measures import Row, adds_up, from_nothing, measure_of, summed

STATED = (
    "cycles",
    "objectives",
    "key_results",
    "alignments",
    "contributions",
    "milestones",
    "check_ins",
    "teams",
    "team_members",
    "people",
)
Parts = dict[tuple[UUID, str], Part]


@dataclass(kw_only=True)
class Snapshot:
    """The rows of an organization that held at one position."""

    rows: Rows
    ever: Rows
    _known: dict[UUID, Numbers] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.objectives = {row["id"]: row for row in self.rows["objectives"]}
        self.key_results = {row["id"]: row for row in self.rows["key_results"]}

    @classmethod
    def at(cls, ever: Rows, position: int) -> Self:
        """What held at a position, of the rows of all times."""
        return cls(rows=at(ever, position), ever=ever)

    def numbers(self) -> dict[UUID, Numbers]:
        """Where everything stands."""
        return {noun: self.of(noun) for noun in (*self.objectives, *self.key_results)}

    def of(self, noun: UUID) -> Numbers:
        if noun not in self._known:
            compute = self._objective if noun in self.objectives else self._key_result
            self._known[noun] = compute(noun)
        return self._known[noun]

    def parts(self, noun: UUID) -> Parts:
        """What a number rests on, shown or counted, each in its role."""
        if noun in self.objectives:
            return self._parts_of_objective(noun)
        return self._parts_of_key_result(noun)

    def _objective(self, noun: UUID) -> Numbers:
        return arithmetic.objective(list(self.parts(noun).values()))

    def _key_result(self, noun: UUID) -> Numbers:
        row, parts = self.key_results[noun], list(self.parts(noun).values())
        if row["kind"] == "COMPOUND":
            components = self.components(row)
            measured = arithmetic.compounded(row["combine"], components)
            current = arithmetic.added_by(row["combine"], components)
            return arithmetic.key_result(current, measured, parts)
        if row["per_person"] is not None:
            combine = "WEIGHTED" if row["per_person"] == "MEAN" else row["per_person"]
            people = self.people(row)
            return arithmetic.key_result(None, arithmetic.compounded(combine, people), parts)
        current = self._current(row, parts)
        if row["kind"] == "MILESTONES":
            total = sum(part.weight for part in parts if part.role == "MILESTONE")
            measured = None if current is None else arithmetic.quotient(current, Decimal(total))
        else:
            assert row["target"] == arithmetic.aimed(row)
            assert row["closes_on"] == arithmetic.closing(row)
            measured = measure_of(row).progress(current)
        if row["per"] is not None:
            measured = self._mean_of_periods(row)
        elif row["reading"] == "TIME_IN_BOUNDS":
            measured = None if current is None else arithmetic.quotient(current, Decimal(100))
        return arithmetic.key_result(current, measured, parts)

    def _parts_of_objective(self, noun: UUID) -> Parts:
        parts = {
            (row["id"], "MEAN"): Part("MEAN", self.of(row["id"]).value, row["weight"], row["state"])
            for row in self.rows["key_results"]
            if row["objective_id"] == noun and row["part_of_id"] is None
        }
        for edge in self._edges("to_objective_id", noun):
            if edge["roll_up"] != "SUM":
                parts[edge["objective_id"], edge["roll_up"]] = self._supporter(edge)
        for supporter, share in self._shares(noun).items():
            state = self.objectives[supporter]["state"]
            parts[supporter, "SUM"] = Part("SUM", self.of(supporter).own, share, state)
        return parts

    def _parts_of_key_result(self, noun: UUID) -> Parts:
        parts = {
            (row["id"], "PART"): Part("PART", row["current"], Decimal(1))
            for row in self.rows["contributions"]
            if row["key_result_id"] == noun
        }
        for row in self.rows["milestones"]:
            if row["key_result_id"] == noun:
                part = Part("MILESTONE", Decimal(row["done"]), row["weight"])
                parts[row["id"], part.role] = part
        for edge in self._edges("to_key_result_id", noun):
            parts[edge["objective_id"], edge["roll_up"]] = self._supporter(edge)
        return parts

    def _supporter(self, edge: Row) -> Part:
        supporter = self.objectives[edge["objective_id"]]
        value = self.of(supporter["id"]).value
        return Part(edge["roll_up"], value, edge["weight"], supporter["state"])

    def _edges(self, name: str, noun: UUID) -> list[Row]:
        return [row for row in self.rows["alignments"] if row[name] == noun]

    def _shares(self, noun: UUID) -> dict[UUID, Decimal]:
        """Along every path of SUM edges the weights multiplied; of several paths the largest."""
        shares: dict[UUID, Decimal] = {}
        paths = [(noun, Decimal(1))]
        while paths:
            reached, share = paths.pop()
            for edge in self._edges("to_objective_id", reached):
                if edge["roll_up"] == "SUM":
                    low = edge["objective_id"]
                    along = rounded(share * edge["weight"])
                    shares[low] = max(along, shares.get(low, along))
                    if self.objectives[low]["state"] in ("ACTIVE", "CLOSED"):
                        paths.append((low, along))
        return shares

    def _current(self, row: Row, parts: list[Part]) -> Decimal | None:
        if row["kind"] == "MILESTONES":
            return self._milestones_done(row["id"], parts)
        said = self.said(row)
        if row["kind"] == "BY_DATE":
            return said if said is None else self._in_time(row)
        if not adds_up(row):
            return said
        rest = said
        if row["reading"] == "LATEST":
            report = self._latest_report(row["id"])
            rest = report and report["rest"]
        amounts = [
            rounded(part.value * part.weight)
            for part in parts
            if part.role in ("PART", "SUM") and part.counted and part.value is not None
        ]
        rests = [each for each in (rest, row["shift"]) if each is not None]
        begun = row["baseline"] is not None
        if not begun and row["reading"] == "SUM" and row["shift"] is None:
            return None
        if not (amounts and begun) and (said is None or not rests):
            return None
        amount = sum((*amounts, *rests), Decimal(0))
        return rounded((row["baseline"] or 0) + (amount if row["kind"] == "INCREASE" else -amount))

    def _in_time(self, row: Row) -> Decimal:
        """Whether the first of the latest reports that say it is done is of a day in time."""
        since = None
        for each in self.reports(row["id"]):
            if each["contribution_id"] is None and each["value"] is not None:
                done = each["value"] == 1 or (each["value"] != 0 and since)
                since = (since or each["occurred_on"]) if done else None
        return Decimal(since is not None and since <= row["by"])

    def components(self, row: Row) -> list[Part]:
        """The parts of a compound key result, as they count in it."""
        parts = [each for each in self.rows["key_results"] if each["part_of_id"] == row["id"]]
        if row["combine"] != "SUM":
            role = "MEAN" if row["combine"] == "WEIGHTED" else "ALL"
            return [
                Part(role, self.of(each["id"]).value, each["weight"], each["state"])
                for each in parts
            ]
        counting = [
            each
            for each in parts
            if each["state"] != "WITHDRAWN" and each["weight"] > 0
            if None not in (each["baseline"], each["target"])
        ]
        stand = {each["id"]: self.of(each["id"]).current for each in counting}
        silent = all(each is None for each in stand.values())
        return [] if silent else [summed(each, stand[each["id"]]) for each in counting]

    def people(self, row: Row) -> list[Part]:
        """The members of whom it expects the same, as they count in it."""
        objective = self.objectives[row["objective_id"]]
        measure = from_nothing(row)
        reports = [each for each in self.reports(row["id"]) if each["value"] is not None]
        people = []
        for person in counted(self.ever, self.rows, objective):
            own = [
                Report(each["occurred_on"], each["place"], each["value"])
                for each in reports
                if each["person_id"] == person
            ]
            reached = measure.progress(arithmetic.read(row["reading"], measure, own))
            people.append(Part("ALL", arithmetic.clamped(reached), Decimal(1)))
        return people

    def _mean_of_periods(self, row: Row) -> Decimal | None:
        attained = [value for _, value in self.attained(row)]
        if all(each is None for each in attained):
            return None
        total = sum((each or Decimal(0) for each in attained), Decimal(0))
        return arithmetic.quotient(total, Decimal(len(attained)))

    def attained(self, row: Row) -> list[tuple[str, Decimal | None]]:
        """What was attained in each period, by its days."""
        objective = self.objectives[row["objective_id"]]
        cycle = next(each for each in self.rows["cycles"] if each["id"] == objective["cycle_id"])
        last = row["due_on"] or objective["due_on"] or cycle["ends_on"]
        last = min(last, row["closes_on"] or last)
        first = min(max(cycle["starts_on"], row["opens_on"] or cycle["starts_on"]), last)
        measure = from_nothing(row)
        attained = []
        for begins, ends in periods(row["per"], first, last):
            within = [each for each in self._said(row) if begins <= each.day <= ends]
            actual = arithmetic.read(row["reading"], measure, within)
            attained.append((f"{begins}/{ends}", arithmetic.clamped(measure.progress(actual))))
        return attained

    def said(self, row: Row, part: UUID | None = None) -> Decimal | None:
        """What the reports of a part or of the whole say together."""
        return arithmetic.read(row["reading"], measure_of(row), self._said(row, part))

    def _said(self, row: Row, part: UUID | None = None) -> list[Report]:
        return [
            Report(each["occurred_on"], each["place"], each["value"])
            for each in self.reports(row["id"])
            if each["contribution_id"] == part and each["value"] is not None
        ]

    def reports(self, key_result: UUID) -> list[Row]:
        """Those that count, the latest day last, and of one day the latest word."""
        counting = (
            row
            for row in self.rows["check_ins"]
            if row["key_result_id"] == key_result
            and row["corrected_by_id"] is None
            and not row["retracted"]
        )
        return sorted(counting, key=lambda row: (row["occurred_on"], row["place"]))

    def _latest_report(self, key_result: UUID, part: UUID | None = None) -> Row | None:
        of_part = [
            row
            for row in self.reports(key_result)
            if row["contribution_id"] == part and row["value"] is not None
        ]
        return of_part[-1] if of_part else None

    def _milestones_done(self, key_result: UUID, parts: list[Part]) -> Decimal | None:
        reports = self.reports(key_result)
        if not any(row["milestones_done"] or row["milestones_undone"] for row in reports):
            return None
        done = (each.weight for each in parts if each.role == "MILESTONE" and each.value)
        return sum(done, Decimal(0))

    def parts_reported(self) -> dict[UUID, Decimal | None]:
        """What each contributor has reached."""
        return {
            row["id"]: self.said(self.key_results[row["key_result_id"]], row["id"])
            for row in self.rows["contributions"]
        }

    def milestones_reported(self) -> dict[UUID, bool]:
        """Whether each milestone is done, by the latest report that names it."""
        done: dict[UUID, bool] = {row["id"]: False for row in self.rows["milestones"]}
        for key_result in self.key_results:
            for report in self.reports(key_result):
                done |= dict.fromkeys(done.keys() & {*report["milestones_undone"]}, False)
                done |= dict.fromkeys(done.keys() & {*report["milestones_done"]}, True)
        return done
