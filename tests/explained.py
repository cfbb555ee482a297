"""Every number computed again from what the graph tells about it, and from nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests import arithmetic
from tests.arithmetic import Measure, Numbers, Part, Report, rounded

SHOWN = """progress { value raw formula causedBy inputs {
  role value weight counted because node { id ... on CheckIn { occurredOn } } } }"""
METRIC = "metric { kind baseline target lower upper strict reading by combine perPerson }"
ALL = f"""query ($at: Position!, $after: String) {{ organization(asOf: {{ position: $at }}) {{
  objectives(first: 200, after: $after) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ id {SHOWN}
    keyResults {{ id current {METRIC} {SHOWN} }} }} }} }} }}"""

Answer = dict[str, Any]


def exact(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@dataclass(frozen=True)
class Told:
    """A number as the graph tells it."""

    answer: Answer

    @property
    def inputs(self) -> list[Answer]:
        listed: list[Answer] = self.answer["progress"]["inputs"]
        return listed

    @property
    def metric(self) -> Answer:
        metric: Answer = self.answer["metric"]
        return metric

    @property
    def measure(self) -> Measure:
        bounds = {name: exact(self.metric[name]) for name in ("baseline", "target")}
        bounds |= {name: exact(self.metric[name]) for name in ("lower", "upper")}
        return Measure(kind=self.metric["kind"], strict=self.metric["strict"], **bounds)

    def of(self, *roles: str) -> list[Answer]:
        """What counts in these roles."""
        return [each for each in self.inputs if each["role"] in roles and each["counted"]]

    def parts(self) -> list[Part]:
        """What counts, as arithmetic takes it."""
        return [
            Part(each["role"], exact(each["value"]), Decimal(each["weight"]))
            for each in self.inputs
            if each["counted"]
        ]

    def components(self) -> list[Part]:
        """What counts of the parts of a compound key result."""
        return [
            Part("ALL", exact(each["value"]), Decimal(each["weight"]))
            for each in self.of("COMPONENT", "PERSON")
        ]

    def values(self, *roles: str) -> list[Decimal]:
        return [Decimal(each["value"]) for each in self.of(*roles)]

    def stands(self) -> Decimal | None:
        """Where a key result stands in its own unit."""
        if self.metric["kind"] == "COMPOUND":
            return arithmetic.added_by(self.metric["combine"], self.components())
        if self.metric["perPerson"] is not None:
            return None
        if self.metric["kind"] == "MILESTONES":
            known = [each for each in self.inputs if each["role"] == "MILESTONE"]
            done = [Decimal(e["weight"]) * Decimal(e["value"]) for e in known if e["value"]]
            return sum(done, Decimal(0)) if done else None
        if self.metric["kind"] == "BY_DATE":
            return self._in_time()
        directed = self.metric["kind"] in ("INCREASE", "DECREASE")
        if directed and self.metric["reading"] in ("LATEST", "SUM"):
            return self._added_up()
        return self._read()

    def _read(self) -> Decimal | None:
        """What the reports say together; of one day the input that counts is the latest."""
        reports = [
            Report(date.fromisoformat(each["node"]["occurredOn"]), place, Decimal(each["value"]))
            for place, each in enumerate(self.of("REPORT", "ENTRY"))
        ]
        return arithmetic.read(self.metric["reading"], self.measure, reports)

    def _in_time(self) -> Decimal | None:
        """Whether the report that says it is done is of a day in time; of days text tells."""
        for each in self.of("REPORT"):
            in_time = each["node"]["occurredOn"] <= self.metric["by"]
            return Decimal(Decimal(each["value"]) == 1 and in_time)
        return None

    def _added_up(self) -> Decimal | None:
        baseline = exact(self.metric["baseline"])
        amounts = [
            rounded(Decimal(each["value"]) * Decimal(each["weight"]))
            for each in self.of("PART", "SUM")
        ]
        reported = [each for each in self.inputs if each["role"] in ("REST", "ENTRY")]
        rests, shift = self.values("REST", "ENTRY"), self.values("SHIFT")
        if baseline is None and self.metric["reading"] == "SUM" and not shift:
            return None
        if not (amounts and baseline is not None) and not (reported and (rests or shift)):
            return None
        amount = sum((*amounts, *rests, *shift), Decimal(0))
        return rounded((baseline or 0) + (amount if self.metric["kind"] == "INCREASE" else -amount))


def _milestones(told: Told, current: Decimal | None) -> Decimal | None:
    steps = [Decimal(e["weight"]) for e in told.inputs if e["role"] == "MILESTONE"]
    return None if current is None else arithmetic.quotient(current, sum(steps, Decimal(0)))


def _in_bounds(_: Told, current: Decimal | None) -> Decimal | None:
    return None if current is None else arithmetic.quotient(current, Decimal(100))


def _periods(told: Told, _: Decimal | None) -> Decimal | None:
    return arithmetic.mean((value, Decimal(1)) for value in told.values("PERIOD"))


def _measured(told: Told, current: Decimal | None) -> Decimal | None:
    return told.measure.progress(current)


def _compound(told: Told, _: Decimal | None) -> Decimal | None:
    return arithmetic.compounded(told.metric["combine"], told.components())


def _people(told: Told, _: Decimal | None) -> Decimal | None:
    combine = told.metric["perPerson"]
    return arithmetic.compounded("WEIGHTED" if combine == "MEAN" else combine, told.components())


MEASURED: dict[str, Callable[[Told, Decimal | None], Decimal | None]] = {
    "linear/1": _measured,
    "threshold/1": _measured,
    "done/1": _measured,
    "by_date/1": _measured,
    "milestones/1": _milestones,
    "time_in_bounds/1": _in_bounds,
    "periods/1": _periods,
    "compound/1": _compound,
    "per_person/1": _people,
}
"""What each formula of a key result makes of where it stands."""


def recomputed(answer: Answer) -> Numbers:
    """What the numbers have to be if their explanation is true."""
    told = Told(answer)
    formula = answer["progress"]["formula"]
    if "metric" not in answer:
        assert formula == "objective/1"
        return arithmetic.objective(told.parts())
    current = told.stands()
    return arithmetic.key_result(current, MEASURED[formula](told, current), told.parts())


def check(answer: Answer) -> None:
    """Compare a number with its explanation."""
    expected, progress = recomputed(answer), answer["progress"]
    found = (exact(answer.get("current")), exact(progress["raw"]), exact(progress["value"]))
    assert found == (expected.current, expected.raw, expected.value), answer
    for each in progress["inputs"]:
        assert each["counted"] == (each["because"] is None), each
        assert (
            each["value"] is not None
            or not each["counted"]
            or each["role"] in ("ALL", "COMPONENT", "PERSON")
        ), each
