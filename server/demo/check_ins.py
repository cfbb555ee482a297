"""From weekly values as the files tell them to check-ins, corrections, retractions and answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from server.demo.cycles import working_day
from server.demo.deeds import reading
from server.demo.objectives import KeyResult
from server.demo.steps import Ref, Step, Table, exact, step

SILENT, UNCHANGED = "-", "="


@dataclass(frozen=True, kw_only=True)
class Series:
    """What was reported week by week: of a whole key result, or of one contributor's part."""

    key_result: KeyResult
    person: str
    told: Table
    whole: bool

    def author(self, week: int) -> str:
        return str(self.of(week).get("stand_in", self.person))

    def slug(self, week: int) -> str:
        ending = "/whole" if self.whole else ""
        return f"{self.key_result.slug}/{self.author(week)}/{week}{ending}"

    def day(self, week: int) -> date:
        return self.key_result.objective.check_in_day(week)

    def recorded_on(self, week: int) -> date:
        return working_day(self.day(week), self.of(week).get("late", 0))

    def of(self, week: int) -> Table:
        """What the files tell of one week: its note, its obstacle, its correction."""
        weekly = {what: told for what, told in self.told.items() if isinstance(told, dict)}
        return {what: told[str(week)] for what, told in weekly.items() if str(week) in told}


def check_ins(key_result: KeyResult) -> Iterator[Step]:
    """Everything reported on a key result."""
    contributors = key_result.told.get("contributors", {})
    parts = [
        Series(key_result=key_result, person=person, told=part, whole=False)
        for person, part in contributors.items()
    ]
    each = [
        Series(key_result=key_result, person=person, told=own, whole=False)
        for person, own in key_result.told.get("people", {}).items()
    ]
    reporter = key_result.reporter
    both = reporter in contributors
    whole = Series(key_result=key_result, person=reporter, told=key_result.told, whole=both)
    for series in [*parts, *each, whole]:
        for week, value in _values(series):
            yield _check_in(series, week, value)
            yield from _aftermath(series, week)


def _values(series: Series) -> list[tuple[int, object]]:
    """The weeks in which something was said: from a list of all weeks or a table of some."""
    values = series.told.get("values", [])
    weeks = values if isinstance(values, dict) else dict(enumerate(values, start=1))
    return [(int(week), value) for week, value in weeks.items() if value != SILENT]


def _check_in(series: Series, week: int, value: object) -> Step:
    here, day = series.of(week), series.day(week)
    late, cycle = series.recorded_on(week) > day, series.key_result.objective.cycle
    said = {
        "key_result_id": series.key_result.ref,
        **_numbers(value),
        "milestones_done": _milestones(series.key_result, here.get("reached")),
        "milestones_undone": _milestones(series.key_result, here.get("undone")),
        "confidence": exact(_as_last_said(series, "confidence", week)),
        "status": _as_last_said(series, "status", week),
        "note": here.get("note"),
        "obstacles": [here["obstacle"]] if "obstacle" in here else None,
        "help": here.get("help"),
        "adjustment": here.get("adjustment"),
        "evidence": reading(cycle, {"": here["evidence"]})[""] if "evidence" in here else None,
        "whole": True if series.whole else None,
        "occurred_on": day if late else None,
    }
    named = f"check-in:{series.slug(week)}"
    return step(series.recorded_on(week), series.author(week), "record_check_in", said, named)


def _numbers(value: object) -> Table:
    """A number, "23/31" for so many of so many, or nothing where nothing changed."""
    if value == UNCHANGED:
        return {}
    if isinstance(value, str):
        numerator, _, denominator = value.partition("/")
        return {"numerator": Decimal(numerator), "denominator": Decimal(denominator)}
    return {"value": exact(value)}


def _aftermath(series: Series, week: int) -> Iterator[Step]:
    """What came of a check-in: a correction, a retraction, an answer to what it left open."""
    here, slug = series.of(week), series.slug(week)
    check_in = Ref(f"check-in:{slug}")
    if correction := here.get("correct"):
        said = {"check_in_id": check_in, **_words(correction)}
        named = f"{check_in.handle}/corrected"
        yield step(*_then(series, week, correction), "correct_check_in", said, named)
    if retraction := here.get("retract"):
        said = {"check_in_id": check_in, "reason": retraction["reason"]}
        yield step(*_then(series, week, retraction), "retract_check_in", said)
    if answer := here.get("answer"):
        said = {"obstacle_id": Ref(f"obstacle:{slug}/0"), "answer": answer["text"]}
        yield step(*_then(series, week, answer), "answer_obstacle", said)


def _then(series: Series, week: int, told: Table) -> tuple[date, str]:
    """When and by whom; the author of the check-in where nobody else is named."""
    day = working_day(series.recorded_on(week), told.get("days", 0))
    return day, told.get("by", series.author(week))


def _words(correction: Table) -> Table:
    return {
        field: exact(correction.get(field)) for field in ("reason", "value", "confidence", "note")
    }


def _milestones(key_result: KeyResult, names: list[str] | None) -> list[Ref] | None:
    order = key_result.milestones
    handles = [f"milestone:{key_result.slug}/{order.index(name)}" for name in names or []]
    return [Ref(handle) for handle in handles] or None


def _as_last_said(series: Series, what: str, week: int) -> object:
    """Confidence and status hold from the week in which they were said until the next."""
    said = {int(since): value for since, value in series.told.get(what, {}).items()}
    since = [each for each in said if each <= week]
    return said[max(since)] if since else None
