"""What people do with a server, mixed: pages, trees, the past, check-ins, and following."""

import json
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import cycle
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from server.auth import Tokens
from server.keys import signing_key
from server.log import Log
from server.okr import events
from server.okr.terms import Visibility
from tests.benchmarks.company import CYCLE, Company, company
from tests.benchmarks.databases import migrated, settled
from tests.benchmarks.listeners import Crowd
from tests.benchmarks.over_http import DOCUMENT, NOTE
from tests.benchmarks.readers import DOCUMENTS, PAGE, question, walked
from tests.benchmarks.wire import Client, post

OBJECTIVES = 200
DAY = 86_400
SHARES = {"page": 60, "past": 10, "tree": 2, "check-in": 25, "following": 3}
"""Of a hundred requests; following is a subscription that is begun, answered once and ended."""
Way = Callable[[int], Awaitable[None]]
FOLLOWED = """
subscription { organization { keyResults(first: 20) { nodes {
  title current progress { value } } } } }"""


@dataclass(kw_only=True)
class Town:
    """An organization, and the tokens of a member who reads and of whoever reports for all."""

    company: Company
    reader: str
    administrator: str

    @property
    def past(self) -> int:
        """The position at which nobody had been here yet."""
        return self.company.made.position

    @cached_property
    def key_results(self) -> list[UUID]:
        """Those that everybody sees."""
        made = [each for each in self.company.facts if isinstance(each, events.ObjectiveCreated)]
        seen = {each.objective_id for each in made if each.visibility is Visibility.ORGANIZATION}
        added = [each for each in self.company.facts if isinstance(each, events.KeyResultAdded)]
        return [each.key_result_id for each in added if each.objective_id in seen]


@dataclass(kw_only=True)
class Mix:
    """Requests to one server, one at a time for each client."""

    port: int
    town: Town
    clients: int
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    _connections: list[Client] = field(default_factory=list)
    _ways: dict[str, Way] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        self._connections = [await Client.connect(self.port) for _ in range(self.clients)]
        self._ways = {
            "page": await self._pages({}),
            "past": await self._pages({"asOf": {"position": self.town.past}}),
            "tree": self._asking([self._read("tree", {"first": OBJECTIVES, "cycle": CYCLE})]),
            "check-in": self._check_in,
            "following": self._follow,
        }
        return self

    async def __aexit__(self, *_: object) -> None:
        for each in self._connections:
            await each.close()

    async def once(self, client: int) -> str:
        """Do something, and say what it was."""
        (name,) = self.chance.choices([*SHARES], [*SHARES.values()])
        await self._ways[name](client)
        return name

    async def of(self, name: str, client: int) -> None:
        """Do that."""
        await self._ways[name](client)

    async def _pages(self, more: dict[str, Any]) -> Way:
        def page(after: Any) -> bytes:
            return self._read("page", {"first": PAGE, "after": after, **more})

        requests, _ = await walked(self.port, page, OBJECTIVES // PAGE)
        return self._asking(requests)

    def _read(self, document: str, variables: dict[str, Any]) -> bytes:
        header = {"Authorization": f"Bearer {self.town.reader}"}
        return question(DOCUMENTS / f"{document}.graphql", variables, header)

    def _asking(self, requests: Sequence[bytes]) -> Way:
        turns = cycle(requests)

        async def ask(client: int) -> None:
            answer = await self._connections[client].ask(next(turns))
            assert b'"errors"' not in answer, answer[:500]

        return ask

    async def _check_in(self, client: int) -> None:
        said = {
            "keyResultId": str(self.chance.choice(self.town.key_results)),
            "value": str(self.chance.randrange(100)),
            "confidence": "0.7",
            "note": NOTE,
        }
        body = json.dumps({"query": DOCUMENT, "variables": {"input": said}}).encode()
        header = {"Authorization": f"Bearer {self.town.administrator}"}
        answer = await self._connections[client].ask(post("/graphql", body, **header))
        assert b'"refusals":[]' in answer, answer[:500]

    async def _follow(self, _: int) -> None:
        crowd = await Crowd.gather(self.port, [followed(self.town.reader)])
        crowd.close()


def followed(token: str) -> list[dict[str, Any]]:
    """What a client says to follow some key results."""
    greeting = {"type": "connection_init", "payload": {"Authorization": f"Bearer {token}"}}
    return [greeting, {"type": "subscribe", "id": "1", "payload": {"query": FOLLOWED}}]


async def founded(url: str, keys: Path, objectives: int = OBJECTIVES) -> Town:
    """A company in a new database, with statistics."""
    made = company(objectives)
    async with migrated(url) as database:
        await made.found(Log(database), lambda: settled(url))
        await settled(url)
        tokens = Tokens(key=signing_key(keys, "tokens"), database=database)
        reader, administrator = (
            tokens.issue(made.id, each, DAY) for each in (made.viewer_id, made.made.person_id)
        )
    return Town(company=made, reader=reader, administrator=administrator)
