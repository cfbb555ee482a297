"""Pairs of commands of which one takes the ground from under the other."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, get_type_hints

from server.commands import Actor, Rule
from tests.samples import Organization


@dataclass(kw_only=True)
class Command:
    """Somebody's command, and what they are told if the other one came first; None if it may."""

    actor: Actor
    rule: Rule
    said: Any
    late: str | None


Race = tuple[Command, Command]
Make = Callable[[Organization], Awaitable[Race]]
RACES: list[Make] = []


def race(make: Make) -> Make:
    """Let a pair run."""
    RACES.append(make)
    return make


def say(at: Organization, rule: Rule, late: str | None = None, /, **said: Any) -> Command:
    command = get_type_hints(rule)["said"](**said)
    return Command(actor=at.actor, rule=rule, said=command, late=late)
