"""Carries the demo's story out through the ordinary command handler, and says what to try first."""

import itertools
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_type_hints
from uuid import UUID, uuid5

from rich.console import Console
from rich.progress import track

import server.okr
from server.app import Okrlog
from server.commands import Actor, Handler, Manner, Rule
from server.demo.script import Ref, Step, script
from server.facts import from_stored
from server.okr.events import Fact, KeyResultAdded
from server.okr.organizations import CreateOrganization

NAME = "Cartwheel"
THE_END = "The demo is told."
ROOMS = [import_module(f"server.okr.{room.name}") for room in iter_modules(server.okr.__path__)]


async def load(okrlog: Okrlog) -> None:
    """Tell the whole story, if there is no demo organization in which it was told to the end."""
    begun = await okrlog.database.everywhere("demo_organizations", NAME, THE_END)
    if any(row["told"] for row in begun):
        return
    # What was cut short stays as it is, for facts do; the story begins anew in another log.
    await tell_all(Narrator(handler=handler_of(okrlog, f"{NAME} {len(begun)}" if begun else NAME)))


def handler_of(okrlog: Okrlog, seed: str = NAME) -> Handler:
    """Carries the story out, with the same ids at every load."""
    return Handler(database=okrlog.database, log=okrlog.handler.log, new_id=stable_ids(seed))


async def tell_all(narrator: "Narrator") -> None:
    """Tell the story as of today, with a bar for people who wait."""
    steps = script(datetime.now(UTC).date())
    console = Console(file=sys.stderr)
    for step in track(steps, f"Loading {NAME}", console=console, disable=not console.is_terminal):
        await narrator.tell(step, THE_END if step is steps[-1] else None)


def rule(deed: str) -> Rule:
    """The rule that carries out a deed of the story."""
    found: Rule = next(getattr(room, deed) for room in ROOMS if hasattr(room, deed))
    return found


def stable_ids(organization: str) -> Callable[[], UUID]:
    """The same ids at every load, so that two loads on one day can be compared."""
    seed = uuid5(UUID(int=0), organization)
    numbers = itertools.count()
    return lambda: uuid5(seed, str(next(numbers)))


@dataclass(kw_only=True)
class Narrator:
    """Tells the story step by step; keeps which handle came to stand for which id."""

    handler: Handler
    actors: dict[str, Actor] = field(default_factory=dict)
    ids: dict[str, UUID] = field(default_factory=dict)

    async def tell(self, step: Step, key: str | None = None) -> None:
        """Carry out one step at its moment."""
        if step.deed == "create_organization":
            said = from_stored(CreateOrganization, step.said)
            self.actors[step.actor] = await self.handler.create_organization(said, at=step.at)
            self.ids[step.actor] = self.actors[step.actor].id
            return
        carries_out = rule(step.deed)
        said = from_stored(get_type_hints(carries_out)["said"], self._resolved(step.said))
        done = await self.handler.carry_out(
            self._actor(step.actor), carries_out, said, Manner(at=step.at, idempotency_key=key)
        )
        if step.name is not None:
            self.ids |= dict(_handles(step.name, done.facts))
            self.ids[f"event:{step.name}"] = await self._event_at(done.position)

    async def _event_at(self, position: int) -> UUID:
        organization_id = next(iter(self.actors.values())).organization_id
        [row] = await self.handler.database.fetch(organization_id, "event_at", position)
        found: UUID = row["event_id"]
        return found

    def _actor(self, handle: str) -> Actor:
        if handle not in self.actors:
            first = next(iter(self.actors.values()))
            self.actors[handle] = Actor(organization_id=first.organization_id, id=self.ids[handle])
        return self.actors[handle]

    def _resolved(self, said: Any) -> Any:
        if isinstance(said, Ref):
            return self.ids[said.handle]
        if isinstance(said, dict):
            return {name: self._resolved(value) for name, value in said.items()}
        return [self._resolved(each) for each in said] if isinstance(said, list) else said


def _handles(name: str, facts: list[Fact]) -> Iterator[tuple[str, UUID]]:
    """The handle of what the facts made, and those of what came with it, by their turn."""
    noun, _, slug = name.partition(":")
    made = f"{noun.replace('-', '_')}_id"
    fact = next(each for each in facts if hasattr(each, made))
    yield name, getattr(fact, made)
    for part in ("milestone", "obstacle", "follow_up"):
        listed = getattr(fact, f"{part}s", [])
        for index, each in enumerate(listed if isinstance(listed, list) else []):
            yield f"{part.replace('_', '-')}:{slug}/{index}", each.id
    if noun == "objective":
        added = (each for each in facts if isinstance(each, KeyResultAdded))
        for index, key_result in enumerate(added):
            yield f"key-result:{slug}/{index}", key_result.key_result_id
