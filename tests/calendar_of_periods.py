"""Days, weeks, months and years counted on from a day, as docs/numbers.md says periods are."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta


def later(begin: date, per: str, times: int) -> date:
    """The day so many periods after another; of a shorter month the last day."""
    number = int(per[1:-1]) * times
    if per[-1] in "DW":
        return begin + timedelta(days=number * (7 if per[-1] == "W" else 1))
    months = begin.month - 1 + number * (12 if per[-1] == "Y" else 1)
    year, month = begin.year + months // 12, months % 12 + 1
    return date(year, month, min(begin.day, monthrange(year, month)[1]))


def periods(per: str, begin: date, last: date) -> Iterator[tuple[date, date]]:
    """First and last days; what is left after the last whole period belongs to it."""
    number = 0
    while True:
        starts = later(begin, per, number)
        after_next = later(begin, per, number + 2)
        if after_next - timedelta(days=1) > last:
            yield starts, last
            return
        yield starts, later(begin, per, number + 1) - timedelta(days=1)
        number += 1
