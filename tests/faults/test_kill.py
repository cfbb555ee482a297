"""Whoever is killed, under load: what was acknowledged is there, once, and the log is whole."""

import asyncio
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from tests.faults.processes import Serving, begun, kill_postmaster, postmaster, result, until
from tests.graph.client import Client
from tests.graph.office import RISING

KILLS = 10
REPORTERS = 4
BETWEEN_KILLS = 12


@dataclass(kw_only=True)
class Reporter:
    """Someone who reports all the time and remembers under which key, and what came of it."""

    client: Client
    key_result_id: str
    name: str
    acknowledged: dict[str, Any] = field(default_factory=dict)
    unanswered: set[str] = field(default_factory=set)
    on_duty: bool = True

    async def work(self) -> None:
        serial = 0
        while self.on_duty:
            serial += 1
            came_through = await self.report(f"{self.name}-{serial}")
            await asyncio.sleep(0.01 if came_through else 0.2)

    async def report(self, key: str) -> Any:
        """What came of it; None where nobody can tell."""
        self.unanswered.add(key)
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
        outcome = told["data"]["recordCheckIn"]
        assert outcome["refusals"] == [], outcome
        self.unanswered.remove(key)
        assert self.acknowledged.setdefault(key, outcome) == outcome
        return outcome

    async def ask_again(self) -> None:
        """Say everything once more, and what was unanswered twice, and get the first outcome."""
        for key in [*self.acknowledged, *self.unanswered, *self.unanswered]:
            assert await self.report(key)


RECORD = """
  mutation ($input: RecordCheckInInput!, $command: Command) {
    recordCheckIn(input: $input, command: $command) {
      position refusals { code } checkIn { id note value author { name } }
    } }"""


async def started(client: Client, key: str) -> str:
    """A key result that can be reported."""
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


async def kill_again_and_again(serving: Serving, data_dir: Path, reporters: list[Reporter]) -> None:
    """Server and postmaster in turn, each time after a few reports came through."""
    for number in range(KILLS):
        await some_more(reporters)
        if number % 2:
            serving.kill()
            await asyncio.to_thread(serving.start)
        else:
            kill_postmaster(data_dir)
    await some_more(reporters)


async def some_more(reporters: list[Reporter]) -> None:
    def count() -> int:
        return sum(len(each.acknowledged) for each in reporters)

    enough = count() + BETWEEN_KILLS
    async with asyncio.timeout(20):
        while count() < enough:
            await asyncio.sleep(0.02)


def facts_of(data_dir: Path) -> list[dict[str, Any]]:
    """The log, found whole by `okrlog verify`."""
    exported = result("export", data_dir=data_dir)
    facts = [json.loads(line) for line in exported.splitlines()]
    assert f"{len(facts)} facts" in result("verify", "-", said=exported)
    return facts


async def test_every_acknowledged_command_outlives_every_kill(tmp_path: Path) -> None:
    organization = begun(data_dir=tmp_path)
    with Serving(data_dir=tmp_path) as serving:
        async with httpx.AsyncClient(base_url=serving.address, timeout=20) as http:
            ada = Client(
                http=http, token=organization["token"], person_id=UUID(organization["personId"])
            )
            reporters = [
                Reporter(client=ada, key_result_id=await started(ada, str(number)), name=str(number))
                for number in range(REPORTERS)
            ]
            async with asyncio.TaskGroup() as work:
                for each in reporters:
                    work.create_task(each.work())
                await kill_again_and_again(serving, tmp_path, reporters)
                for each in reporters:
                    each.on_duty = False
            await asyncio.gather(*(each.ask_again() for each in reporters))
    positions = {
        key: int(outcome["position"])
        for each in reporters
        for key, outcome in each.acknowledged.items()
    }

    [rebuilt] = [json.loads(line) for line in result("rebuild", data_dir=tmp_path).splitlines()]
    assert rebuilt["differences"] == []
    facts = facts_of(tmp_path)
    assert [fact["position"] for fact in facts] == list(range(1, len(facts) + 1))
    reported = [
        (fact["private"]["note"]["value"], fact["position"])
        for fact in facts
        if fact["type"] == "CheckInRecorded"
    ]
    assert sorted(reported) == sorted(positions.items())
    assert rebuilt["facts"] == len(facts)


def test_while_the_database_is_gone_the_server_says_so_and_then_goes_on(tmp_path: Path) -> None:
    organization = begun(data_dir=tmp_path)
    with Serving(data_dir=tmp_path) as serving:
        with nobody_starts_anything(tmp_path):
            kill_postmaster(tmp_path)
            until(lambda: serving.health() == httpx.codes.SERVICE_UNAVAILABLE)
            answer = serving.post(organization["token"], "{ viewer { person { name } } }")
            assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
            assert answer.json()["errors"][0]["extensions"] == {"code": "UNAVAILABLE"}
            assert serving.process.poll() is None
        until(serving.is_ready)
        assert "errors" not in serving.ask(organization["token"], "{ organization { name } }")
    assert postmaster(tmp_path) is None


@contextmanager
def nobody_starts_anything(data_dir: Path) -> Iterator[None]:
    """Hold the lock under which servers are started and stopped."""
    turn = os.open(data_dir / "okrlog.turn", os.O_RDWR)
    try:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield
    finally:
        os.close(turn)
