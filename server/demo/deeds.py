"""What happens seldom is told as it is: any command, with handles and days of a cycle."""

from collections.abc import Iterator

from server.demo.cycles import Cycle
from server.demo.steps import Ref, Step, Table, step


def deeds(cycle: Cycle, table: Table) -> Iterator[Step]:
    """The deeds of one file, each on its day of the cycle."""
    for told in table.get("deeds", []):
        day = cycle.day(told["week"], told.get("weekday", 3))
        said = reading(cycle, told.get("said", {}))
        yield step(day, told["by"], told["deed"], said, told.get("name"))


def reading(cycle: Cycle, told: Table) -> Table:
    """Fields that end in `_id` or `_ids` hold handles, those that end in `_on` days."""
    return {field: _read(cycle, field, value) for field, value in told.items()}


def _read(cycle: Cycle, field: str, told: object) -> object:
    """A day is [week, days after Monday] of the cycle."""
    if isinstance(told, dict):
        return reading(cycle, told)
    if field.endswith("_id"):
        return Ref(str(told))
    if isinstance(told, list):
        return _list(cycle, field, told)
    return told


def _list(cycle: Cycle, field: str, told: list[object]) -> object:
    if field == "on" or field.endswith(("_on", "_from")):
        week, weekday = (int(str(each)) for each in told)
        return cycle.day(week, weekday)
    if field.endswith("_ids") or field.startswith("milestones_"):
        return [Ref(str(each)) for each in told]
    return [_read(cycle, field, each) for each in told]
