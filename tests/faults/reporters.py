"""People who report all the time, whatever happens to the server, and remember every answer."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.faults.processes import PATIENCE, result
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
    outages: int = 0
    on_duty: bool = True

    async def work(self) -> None:
        """One report after the other, each said again until it is answered."""
        for serial in itertools.count():
            while not await self.report(f"{self.name}-{serial}"):
                await asyncio.sleep(0.1)
            if not self.on_duty:
                return
            await asyncio.sleep(0.01)

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
            assert {each["extensions"]["code"] for each in told["errors"]} == {"UNAVAILABLE"}, told
            return None
        assert told["data"]["recordCheckIn"]["refusals"] == [], told
        return told["data"]["recordCheckIn"]

    async def ask_again(self) -> None:
        """Say everything once more, and get the first outcome."""
        for key in list(self.acknowledged):
            assert await self.report(key)


@asynccontextmanager
async def at_work(reporters: list[Reporter]) -> AsyncIterator[None]:
    """All of them report until the block ends."""
    async with asyncio.TaskGroup() as work:
        for each in reporters:
            work.create_task(each.work())
        yield
        for each in reporters:
            each.on_duty = False


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
    facts = [json.loads(line) for line in exported.splitlines()]
    assert f"{len(facts)} facts, positions 1 to {len(facts)}" in result(
        "verify", "-", said=exported
    )
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
