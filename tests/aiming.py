"""What random histories say of what objectives are good for, and how high key results aim."""

from collections.abc import Callable
from typing import Any

from server.okr.terms import Ambition, IndicatorKind, Intent
from tests.chance import Chance

Said = dict[str, Any]


def filed(chance: Chance) -> Said:
    """What an objective is good for, and where it is from."""
    return {
        "intent": chance.one_of(*Intent),
        "discipline": chance.maybe(chance.text, 0.2),
        "source": chance.maybe(chance.text, 0.1),
    }


def aimed(chance: Chance) -> Said:
    """How a key result is meant, and what is expected of it."""
    return {
        "ambition": chance.maybe(lambda: chance.one_of(*Ambition), 0.3),
        "expected_score": chance.maybe(chance.share, 0.3),
        "discipline": chance.maybe(chance.text, 0.2),
        "indicator_kind": chance.maybe(lambda: chance.one_of(*IndicatorKind), 0.6),
    }


def said_now_and_then(chance: Chance, words: Callable[[Chance], Said]) -> Said:
    """Some of that otherwise, or taken back."""
    return {name: said for name, said in words(chance).items() if chance.perhaps(0.15)}
