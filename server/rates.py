"""How often somebody may ask, and how many operations are under way at once in this process."""

import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from ipaddress import IPv6Address
from uuid import UUID

from starlette.types import Message, Send

from server.settings import Settings

MINUTE = 60.0
ROUNDING = 1e-6
AGAIN = (429, 503)
MOST = 100_000
"""So many are remembered at most; whoever has been quiet for a minute is forgotten anyway."""


class TooOften(Exception):
    """They have asked as often as they may."""

    def __init__(self, seconds: float) -> None:
        self.seconds = max(1, math.ceil(seconds))
        super().__init__(f"Too many requests: ask again in {self.seconds} seconds.")


class TooBusy(Exception):
    """As many operations are under way as may be."""

    def __init__(self) -> None:
        super().__init__("Too much is under way at this moment; nothing was done: send it again.")


@dataclass(kw_only=True)
class Rate:
    """What each may send in a minute, at once or spread over it; with 0 there is no limit."""

    quota: int
    clock: Callable[[], float] = time.monotonic
    _whole: OrderedDict[Hashable, float] = field(default_factory=OrderedDict)
    """When each has all of it again."""

    def wait(self, whom: Hashable) -> float:
        """For how many seconds they have to wait until they may send one more."""
        over = self._spent(whom) + MINUTE / self.quota - MINUTE if self.quota else 0.0
        return over if over > ROUNDING else 0.0

    def spend(self, whom: Hashable, times: int = 1) -> None:
        """More were sent; nobody owes anything."""
        if not self.quota:
            return
        now = self.clock()
        spent = min(self._spent(whom) + times * MINUTE / self.quota, MINUTE)
        self._whole[whom] = now + spent
        self._whole.move_to_end(whom)
        # Whoever was quiet longest comes first, and after a minute of it has all again.
        while len(self._whole) > MOST or next(iter(self._whole.values())) <= now:
            self._whole.popitem(last=False)

    def left(self, whom: Hashable) -> tuple[int, int]:
        """How many they may still send, and after how many seconds they have all again."""
        spent = self._spent(whom)
        return int((MINUTE - spent) * self.quota / MINUTE + ROUNDING), math.ceil(spent)

    def _spent(self, whom: Hashable) -> float:
        return max(0.0, self._whole.get(whom, 0.0) - self.clock())


class Gate:
    """Counts for all requests of this process, and for those that others tell of."""

    def __init__(self, settings: Settings) -> None:
        quotas = {"person": settings.person_rate, "address": settings.address_rate}
        self.rates = {name: Rate(quota=quota) for name, quota in quotas.items()}
        # Whoever is turned away this often, too, is turned away before anything is looked at.
        self.turned = {name: Rate(quota=quota) for name, quota in quotas.items()}
        self.at_once = settings.concurrency_limit
        self.under_way = 0
        limited = [(name, rate.quota) for name, rate in self.rates.items() if rate.quota]
        self._untold = Counter[tuple[str, str]]()
        self.policy = ", ".join(
            f'"{name}";q={quota};w={MINUTE:.0f}' for name, quota in limited
        ).encode()

    def spend(self, whom: dict[str, str]) -> None:
        """One more was let through here."""
        for name, each in whom.items():
            self.count(name, each, 1)
            if self.rates[name].quota and len(self._untold) < MOST:
                self._untold[name, each] += 1

    def count(self, name: str, whom: str, times: int) -> None:
        """More were let through, here or elsewhere."""
        if name in self.rates and 0 < times <= MOST:
            self.rates[name].spend(whom, times)

    def untold(self) -> Counter[tuple[str, str]]:
        """How often whom let through since this was asked last."""
        untold, self._untold = self._untold, Counter()
        return untold


class Turn:
    """One request, or one operation of a socket."""

    __slots__ = ("_gate", "_soon", "_spent", "_whom")

    def __init__(self, gate: Gate, address: str) -> None:
        self._gate = gate
        self._spent = False
        self._soon = 1
        self._whom = {"address": key_of(block_of(address))}

    def knock(self, person_id: UUID | None = None) -> None:
        """Before anything is looked at; raises TooOften where far too much comes from somewhere."""
        self._is_of(person_id)
        for name, whom in self._whom.items():
            if self._gate.turned[name].wait(whom):
                self._refuse(self._gate.rates[name].wait(whom))

    @contextmanager
    def admitted(self, person_id: UUID | None = None) -> Iterator[None]:
        """While it is carried out; raises TooOften and TooBusy. Counted once, however it goes."""
        gate = self._gate
        self._is_of(person_id)
        if not self._spent:
            self._check()
            self._spend()
        if gate.at_once and gate.under_way >= gate.at_once:
            raise TooBusy
        gate.under_way += 1
        try:
            yield
        finally:
            gate.under_way -= 1

    def over(self) -> None:
        """What was never carried out counts all the same."""
        if not self._spent:
            self._spend()

    def headers(self, status: int) -> list[tuple[bytes, bytes]]:
        """What the asker has left, and when to come back where that helps."""
        self.over()
        told = [] if status not in AGAIN else [(b"retry-after", b"%d" % self._soon)]
        if self._gate.policy:
            told.append((b"ratelimit-policy", self._gate.policy))
            told.append((b"ratelimit", self._left().encode()))
        return told

    def _is_of(self, person_id: UUID | None) -> None:
        if person_id is not None and "person" not in self._whom:
            self._whom["person"] = key_of(str(person_id))

    def _left(self) -> str:
        limited = [
            (name, whom) for name, whom in self._whom.items() if self._gate.rates[name].quota
        ]
        lefts = [(name, *self._gate.rates[name].left(whom)) for name, whom in limited]
        return ", ".join(f'"{name}";r={left};t={seconds}' for name, left, seconds in lefts)

    def _check(self) -> None:
        seconds = max(self._gate.rates[name].wait(whom) for name, whom in self._whom.items())
        if seconds:
            for name, whom in self._whom.items():
                self._gate.turned[name].spend(whom)
            self._refuse(seconds)

    def _refuse(self, seconds: float) -> None:
        self._spent = True
        error = TooOften(seconds)
        self._soon = error.seconds
        raise error

    def _spend(self) -> None:
        self._spent = True
        self._gate.spend(self._whom)


def key_of(whom: str) -> str:
    """What somebody is counted as: other processes are told of it, and need no address for that."""
    return blake2b(whom.encode(), digest_size=9).hexdigest()


def block_of(address: str) -> str:
    """Where a connection comes from; of IPv6 the network, of which each machine has all."""
    if ":" not in address:
        return address
    number = IPv6Address(address.partition("%")[0])
    return str(number.ipv4_mapped or IPv6Address(int(number) >> 64 << 64))


def telling(turn: Turn, send: Send) -> Send:
    """Sends with every answer what the asker has left."""

    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            # Whoever knows when it helps to come back has said so.
            said = {name for name, _ in message["headers"]}
            more = [each for each in turn.headers(message["status"]) if each[0] not in said]
            message["headers"] = [*message["headers"], *more]
        await send(message)

    return send_on
