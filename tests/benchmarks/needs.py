"""What so many people need, by arithmetic from what was measured; what is assumed stands here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from tests.benchmarks.results import Row, alone

PEOPLE = (100, 10_000, 1_000_000)
WEEKS = 50
CHECK_INS = 3
PAGES = 50
TREES = 2
"""Of each person in a week."""
BUSIEST = 0.2 / 3600
"""A fifth of what happens in a week falls into its busiest hour: what of it falls into a second."""
FOLLOWING = 0.1
"""So many follow something in that hour."""
CONCERNED = 20
"""So many of them are concerned by a fact, all by the same view."""
IN_USE = 0.5
"""Processors are to be half idle even then."""


@dataclass(kw_only=True)
class Cost:
    """Milliseconds of processor time."""

    server: float = 0
    database: float = 0

    def __add__(self, other: Self) -> "Cost":
        return Cost(server=self.server + other.server, database=self.database + other.database)

    def __sub__(self, other: Self) -> "Cost":
        """What is less than was to be taken away is none: the rest is noise."""
        own, database = self.server - other.server, self.database - other.database
        return Cost(server=max(0, own), database=max(0, database))

    def __mul__(self, times: float) -> "Cost":
        return Cost(server=self.server * times, database=self.database * times)

    def __truediv__(self, by: float) -> "Cost":
        return self * (1 / by)


@dataclass(kw_only=True)
class Costs:
    """What was measured."""

    of: dict[str, Cost] = field(default_factory=dict)
    bytes: dict[str, float] = field(default_factory=dict)
    follower_kilobytes: float = 0
    server_megabytes: float = 0
    connection_megabytes: float = 0

    def rows(self) -> Iterator[Row]:
        """A line for each."""
        for name, cost in self.of.items():
            yield alone(f"{name}, processor time in the server", "ms", [cost.server])
            yield alone(f"{name}, processor time in PostgreSQL", "ms", [cost.database])
        for name, some in self.bytes.items():
            yield alone(f"check-in, {name}", "bytes", [some])
        yield alone("check-ins in a gigabyte of log and state", "facts", [1e9 / self.kept])
        yield alone("follower, memory in the server", "kB", [self.follower_kilobytes])
        yield alone("server process, memory", "MB", [self.server_megabytes])
        yield alone("connection, memory in PostgreSQL", "MB", [self.connection_megabytes])

    @property
    def kept(self) -> float:
        """Bytes that a check-in takes for good."""
        return self.bytes["log"] + self.bytes["state"]


def needed(people: int, costs: Costs) -> Iterator[Row]:
    """In the busiest hour, and in a year."""
    check_ins, pages, trees = (people * each * BUSIEST for each in (CHECK_INS, PAGES, TREES))
    told = costs.of["view"] + costs.of["delivery"] * CONCERNED
    busy = (
        (costs.of["check-in"] + told) * check_ins
        + costs.of["page"] * pages
        + costs.of["tree"] * trees
    ) / 1000
    for name, unit, number in [
        ("check-ins", "1/s", check_ins),
        ("pages", "1/s", pages),
        ("processors for servers", "processors", busy.server / IN_USE),
        ("processors for PostgreSQL", "processors", busy.database / IN_USE),
        ("memory for followers", "MB", people * FOLLOWING * costs.follower_kilobytes / 1024),
        ("log and state, a year", "GB", people * CHECK_INS * WEEKS * costs.kept / 1e9),
    ]:
        yield alone(f"{people:,} people, {name}", unit, [number])
