"""One deed of the demo: who did what at which moment, with handles in the place of ids."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

Table = dict[str, Any]


@dataclass(frozen=True)
class Ref:
    """A thing that an earlier step made, by the handle that step gave it."""

    handle: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One command: its moment, its actor, its mutation, its input, the handle of what it makes.

    `create_organization` also makes its actor, the first administrator.
    A `key-result:X` brings `milestone:X/0`, `milestone:X/1` … in the order of its milestones;
    a `check-in:X` with an obstacle, help wanted or an adjustment brings `obstacle:X/0`, and a
    `review:X` with things to come back to `follow-up:X/0`, `follow-up:X/1` …
    What happened at a step of the name X is `event:X`.
    """

    at: datetime
    actor: str
    deed: str
    said: dict[str, object]
    name: str | None = None


def step(day: date, by: str, deed: str, said: Table, name: str | None = None) -> Step:
    """A step on a day whose hour is still open; what is None is not said."""
    stated = {field: value for field, value in said.items() if value is not None}
    midnight = datetime.combine(day, time(), UTC)
    return Step(at=midnight, actor=f"person:{by}", deed=deed, said=stated, name=name)


def ref(noun: str, slug: str | None) -> Ref | None:
    return Ref(f"{noun}:{slug}") if slug else None


def exact(told: object) -> object:
    """Whole numbers of TOML as decimals, wherever they stand; its fractions are read as such."""
    if isinstance(told, dict):
        return {field: exact(value) for field, value in told.items()}
    if isinstance(told, int) and not isinstance(told, bool):
        return Decimal(told)
    return told
