"""A dry run decides as the command itself does, shows what will be, and leaves nothing behind."""

from random import Random
from typing import Any, get_type_hints

from server.commands import Actor, Handler, Manner, Rule
from server.okr.events import Fact
from server.okr.refusals import Refused
from tests.chance import NothingThere
from tests.histories import ATTEMPTS, STEPS, History

ROUNDS = 4

Outcome = list[str]


class Cautious(History):
    """A history in which everything is tried before it is said."""

    async def try_once(self, rule: Rule, actor: Actor) -> None:
        """Try it, look that nothing stayed, and say it."""
        try:
            said = get_type_hints(rule)["said"](**STEPS[rule](self.chance))
        except NothingThere:
            return
        before = await self.organization.log()
        would_be = await self.rehearsed(actor, rule, said)
        assert await self.organization.log() == before
        assert await self.outcome(actor, rule, said) == would_be

    async def rehearsed(self, actor: Actor, rule: Rule, said: Any) -> Outcome:
        """What a dry run says would come of it."""
        try:
            async with self.organization.handler.rehearse(actor, rule, said, Manner()) as tried:
                return kinds(tried[0].facts)
        except Refused as refused:
            return codes(refused)

    async def outcome(self, actor: Actor, rule: Rule, said: Any) -> Outcome:
        """What comes of it."""
        try:
            done = await self.organization.handler.carry_out(actor, rule, said, Manner())
        except Refused as refused:
            return codes(refused)
        self.done[rule] += 1
        for fact in done.facts:
            self.chance.remember(fact)
        self.chance.happened.append(await self.event_at(done.position))
        return kinds(done.facts)


def codes(refused: Refused) -> Outcome:
    return [f"{each.code()} {each.path}" for each in refused.reasons]


def kinds(facts: list[Fact]) -> Outcome:
    return [type(each).__name__ for each in facts]


async def test_every_command_can_be_tried_before_it_is_said(handler: Handler) -> None:
    history = await Cautious.begin(handler, Random(9))
    for _ in range(ROUNDS):
        await history.complete()
        # Some need somebody in the right place, and administrators alone are not there.
        for rule in [each for each in STEPS if not history.done[each]]:
            for _ in range(ATTEMPTS):
                await history.try_once(rule, history.somebody(rule))
    assert set(history.done) == set(STEPS)
