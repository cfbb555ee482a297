"""The days of a cycle: whole weeks from a Monday, counted back from the day of loading."""

from dataclasses import dataclass
from datetime import date, timedelta

from server.demo.steps import Table

WEEKS = 13
FULL_WEEKS_OF_THE_CURRENT_CYCLE = 8
SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Cycle:
    """Week 1 begins on the first Monday; week 0 and below plan, those after the last look back."""

    slug: str
    starts_on: date
    closed: bool
    weeks: int = WEEKS
    cadence: str = "QUARTER"
    within: str | None = None

    @property
    def ends_on(self) -> date:
        return self.starts_on + timedelta(weeks=self.weeks, days=-1)

    @property
    def number(self) -> int:
        """1 to 4 by the ISO week of the first Monday; 5 where a cycle starts in week 53."""
        return (self.starts_on.isocalendar().week - 1) // WEEKS + 1

    @property
    def year(self) -> int:
        return self.starts_on.isocalendar().year

    @property
    def key(self) -> str:
        return f"FY{self.year}" if self.long else f"{self.year}-C{self.number}"

    @property
    def name(self) -> str:
        return f"Year {self.year}" if self.long else f"Cycle {self.number} of {self.year}"

    @property
    def long(self) -> bool:
        return self.weeks > WEEKS

    def day(self, week: int, weekday: int = 0) -> date:
        return self.starts_on + timedelta(weeks=week - 1, days=weekday)


def cycle_before(today: date, slug: str, told: Table) -> Cycle:
    """The current cycle (`ago` 0) is in its ninth week today, whatever weekday today is."""
    monday = today - timedelta(days=today.weekday())
    weeks = FULL_WEEKS_OF_THE_CURRENT_CYCLE + told["ago"] * WEEKS
    length = told.get("weeks", WEEKS)
    return Cycle(
        slug=slug,
        starts_on=monday - timedelta(weeks=weeks),
        closed=length <= told["ago"] * WEEKS,
        weeks=length,
        cadence=told["cadence"],
        within=told.get("within"),
    )


def working_day(day: date, later: int = 0) -> date:
    """The day `later` days on, or the Monday after it where it is a weekend."""
    due = day + timedelta(days=later)
    return due + timedelta(days=7 - due.weekday()) if due.weekday() >= SATURDAY else due
