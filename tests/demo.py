"""The demo organization, told once in a run: the examples of the documentation are tried meanwhile.

Each mutation is tried at the moment at which the story says it, over HTTP and as a dry run, so
that nothing of it stays.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from server.app import opened
from server.auth import Tokens
from server.demo.load import Narrator, handler_of, tell_all
from server.demo.steps import Step
from server.settings import Settings
from tests.databases import DEMO, Shared, template
from tests.documentation.examples import of_step, told
from tests.graph.client import Answer, Client
from tests.serving import running


@dataclass(kw_only=True)
class Trier(Narrator):
    """Tells the story, and tries how its mutations are said to a server."""

    http: httpx.AsyncClient
    tokens: Tokens
    examples: dict[str, Step] = field(default_factory=lambda: told(datetime.now(UTC).date()))
    answers: dict[str, Answer] = field(default_factory=dict)

    async def tell(self, step: Step, key: str | None = None) -> None:
        if self.examples.get(step.deed) == step:
            self.answers[step.deed] = await self._tried(step)
        await super().tell(step, key)

    @property
    def named(self) -> dict[str, str]:
        """The ids that handles stand for."""
        organization = next(iter(self.actors.values())).organization_id
        ids = {name: str(id_) for name, id_ in self.ids.items()}
        return ids | {"organization:cartwheel": str(organization)}

    async def _tried(self, step: Step) -> Answer:
        """The answer to a step that is only tried."""
        actor = self._actor(step.actor)
        token = self.tokens.issue(actor.organization_id, actor.id, 3_600)
        client = Client(http=self.http, token=token, person_id=actor.id)
        example = of_step(step)
        said = with_ids(example.variables, self.named) | {"command": {"dryRun": True}}
        answer = await client.post(example.document, said)
        tried: Answer = answer.json()
        return tried


def with_ids(said: Any, ids: dict[str, str]) -> Any:
    """What was said with handles, with ids."""
    if isinstance(said, dict):
        return {name: with_ids(value, ids) for name, value in said.items()}
    if isinstance(said, list):
        return [with_ids(each, ids) for each in said]
    return ids.get(said, said) if isinstance(said, str) else said


def kept(shared: Shared) -> Path:
    """Where it is written down what the demo's handles stand for, and what was answered."""
    return shared.folder / "examples.json"


@asynccontextmanager
async def demo(shared: Shared, postgres: str, keys_dir: Path) -> AsyncIterator[str]:
    """The name of the demo organization's database, to be copied."""

    async def filled(url: str) -> None:
        async with opened(Settings(database_url=url, keys_dir=keys_dir)) as okrlog:
            with running(url, keys_dir) as address:
                async with httpx.AsyncClient(base_url=address, timeout=60) as http:
                    trier = Trier(handler=handler_of(okrlog), http=http, tokens=okrlog.tokens)
                    await tell_all(trier)
        kept(shared).write_text(json.dumps({"ids": trier.named, "answers": trier.answers}))

    async with template(shared, postgres, DEMO, filled) as name:
        yield name
