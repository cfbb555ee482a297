"""How often something can be done in a second, by one or by many at once."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Act = Callable[[int], Awaitable[object]]


@dataclass(kw_only=True)
class Side:
    """One of those compared; ``act`` is told which of the writers it is done for."""

    act: Act
    rates: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    async def timed(self, writer: int) -> None:
        """Do it once, and remember how long it took."""
        begun = time.perf_counter()
        await self.act(writer)
        self.seconds.append(time.perf_counter() - begun)

    def latency(self, share: float) -> float:
        """Milliseconds within which this share was done."""
        return sorted(self.seconds)[int(share * (len(self.seconds) - 1))] * 1000


async def compare(sides: list[Side], writers: int, *, seconds: float, rounds: int) -> None:
    """Measure the sides in turns, so that whatever else the machine does falls on all of them."""
    for side in sides:
        await rate(side.act, writers, seconds / 3)
    for _ in range(rounds):
        for side in sides:
            side.rates.append(await rate(side.timed, writers, seconds))


async def compare_once(sides: list[Side], *, rounds: int) -> None:
    """The same of what takes long: done once by each in turn, after a time for nothing."""
    for side in sides:
        await side.act(0)
    for _ in range(rounds):
        for side in sides:
            await side.timed(0)


async def rate(act: Act, writers: int, seconds: float) -> float:
    """Times per second with so many writers, each of whom waits for an answer before the next."""
    begun = time.perf_counter()

    async def write(writer: int) -> int:
        done = 0
        while time.perf_counter() - begun < seconds:
            await act(writer)
            done += 1
        return done

    done = sum(await asyncio.gather(*(write(each) for each in range(writers))))
    return done / (time.perf_counter() - begun)


def machine() -> str:
    """What the numbers were measured on, and how busy it is."""
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    return f"{os.cpu_count()} processors, load {load}"


def several(number: int, noun: str) -> str:
    """So many of them, in words."""
    return f"{number:,} {noun}" + "s" * (number != 1)
