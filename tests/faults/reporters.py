"""People who report all the time, whatever happens to the server, and remember every answer."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx

from server.audit.lines import parsed
from server.audit.verify import Verified
from tests.faults.processes import PATIENCE, Serving, result
from tests.graph.client import Client
from tests.graph.office import RISING

RECORD = """
  mutation ($input: RecordCheckInInput!, $command: Command) {
    recordCheckIn(input: $input, command: $command) {
      position refusals { code } checkIn { id note value author { name } }
    } }"""


@dataclass(kw_only=True)
class Reporter:
    """Someone who gives each report a key, which is also its note."""

    name: str
    client: Client
    key_result_id: str
    acknowledged: dict[str, Any] = field(default_factory=dict)
    excuses: frozenset[str] = frozenset({"UNAVAILABLE"})
    pause: float = 0.01
    outages: int = 0
    on_duty: bool = True

    async def work(self) -> None:
        """One report after the other, each said again until it is answered."""
        for serial in itertools.count(len(self.acknowledged)):
            while not await self.report(f"{self.name}-{serial}"):
                await asyncio.sleep(0.1)
            if not self.on_duty:
                return
            await asyncio.sleep(self.pause)

    async def report(self, key: str) -> Any:
        """The first outcome; None where nobody answers or the server cannot reach its database."""
        outcome = await self._say(key)
        if outcome is None:
            self.outages += 1
        else:
            assert self.acknowledged.setdefault(key, outcome) == outcome
        return outcome

    async def _say(self, key: str) -> Any:
        said = {"keyResultId": self.key_result_id, "value": "12", "note": key}
        try:
            answer = await self.client.post(
                RECORD, {"input": said, "command": {"idempotencyKey": key}}
            )
        except httpx.TransportError:
            return None
        told = answer.json()
        if "errors" in told:
            assert {each["extensions"]["code"] for each in told["errors"]} <= self.excuses, told
            return None
        assert told["data"]["recordCheckIn"]["refusals"] == [], told
        return told["data"]["recordCheckIn"]

    async def ask_again(self) -> None:
        """Say everything once more, and get the first outcome."""
        for key in list(self.acknowledged):
            assert await self.report(key)


async def hired(
    http: httpx.AsyncClient, told: Mapping[str, str], *names: str, **more: Any
) -> list[Reporter]:
    """Who report to a server, each on a key result of their own, as its administrator."""
    ada = Client(http=http, token=told["token"], person_id=UUID(told["personId"]))
    return [
        Reporter(name=name, client=ada, key_result_id=await a_key_result(ada, name), **more)
        for name in names
    ]


@asynccontextmanager
async def staff(
    serving: Serving, told: Mapping[str, str], **more: Any
) -> AsyncIterator[list[Reporter]]:
    """Four who report to a server."""
    async with httpx.AsyncClient(base_url=serving.address, timeout=PATIENCE) as http:
        yield await hired(http, told, *"abcd", **more)


@asynccontextmanager
async def at_work(reporters: list[Reporter]) -> AsyncIterator[None]:
    """All of them report until the block ends."""
    async with asyncio.TaskGroup() as work:
        for each in reporters:
            each.on_duty = True
            work.create_task(each.work())
        yield
        for each in reporters:
            each.on_duty = False


async def some_outages(reporters: list[Reporter], outages: int) -> None:
    """Wait until they were turned away so many times more."""
    enough = sum(each.outages for each in reporters) + outages
    async with asyncio.timeout(PATIENCE):
        while sum(each.outages for each in reporters) < enough:
            await asyncio.sleep(0.05)


async def some_more(reporters: list[Reporter], reports: int) -> None:
    """Wait until they have so many more answers."""

    def count() -> int:
        return sum(len(each.acknowledged) for each in reporters)

    enough = count() + reports
    for _ in range(PATIENCE * 20):
        if count() >= enough:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("no more answers come")


async def a_key_result(client: Client, key: str) -> str:
    """One that can be reported, in a cycle of its own."""
    cycle = await client.do(
        "openCycle",
        "cycle { id }",
        key=key,
        name=key,
        startsOn="2026-10-01",
        endsOn="2026-12-31",
    )
    await client.do("startCycle", "cycle { id }", cycleId=cycle["id"])
    objective = await client.do(
        "createObjective",
        "objective { id }",
        cycleId=cycle["id"],
        title="Stay",
        ownerPersonId=str(client.person_id),
    )
    await client.do("activateObjective", "objective { id }", objectiveId=objective["id"])
    key_result = await client.do(
        "addKeyResult", "keyResult { id }", objectiveId=objective["id"], title="On", metric=RISING
    )
    return str(key_result["id"])


def assert_all_there_once(reporters: list[Reporter], **settings: Any) -> None:
    """Every answer's report stands at its position, once; nothing else does; the log is whole."""
    exported = result("export", **settings)
    facts = exported.splitlines()
    assert f"{len(facts)} facts, positions 1 to {len(facts)}" in result(
        "verify", "-", said=exported
    )
    assert_each_once(reporters, facts)


async def assert_kept(reporters: list[Reporter]) -> None:
    """Said again, each report has its first outcome; what their server exports has each once."""
    await asyncio.gather(*(each.ask_again() for each in reporters))
    client = reporters[0].client
    headers = {"Authorization": f"Bearer {client.token}"}
    facts = (await client.http.get("/audit/events", headers=headers)).text.splitlines()
    verified = Verified()
    for number, fact in enumerate(facts, 1):
        verified.take(parsed(number, fact))
    assert (verified.first, verified.last) == (1, len(facts))
    assert_each_once(reporters, facts)


def assert_each_once(reporters: list[Reporter], exported: list[str]) -> None:
    """Every answer's report stands at its position, once, and nothing else does."""
    facts = [json.loads(line) for line in exported]
    recorded: list[tuple[str, int]] = [
        (fact["private"]["note"]["value"], fact["position"])
        for fact in facts
        if fact["type"] == "CheckInRecorded"
    ]
    answered = [
        (key, int(outcome["position"]))
        for each in reporters
        for key, outcome in each.acknowledged.items()
    ]
    assert sorted(recorded) == sorted(answered)


def assert_rebuilt_is_live(**settings: Any) -> None:
    """The log replayed gives the state that the server wrote."""
    for line in result("rebuild", **settings).splitlines():
        assert json.loads(line)["differences"] == []
