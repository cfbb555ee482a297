"""How somebody would change a history: in the file, or in the database behind the server's back."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from server.audit.chain import chained, microseconds
from server.audit.lines import Line
from server.ids import new_id

Fact = dict[str, Any]
Change = Callable[[Fact], None]


def changed(lines: Sequence[str], position: int, change: Change) -> list[str]:
    """The same history with something changed at a position, and nothing else."""
    fact = json.loads(lines[position - 1])
    change(fact)
    return [*lines[: position - 1], json.dumps(fact), *lines[position:]]


def chained_again(lines: Sequence[str], begin: int = 1) -> list[str]:
    """Every hash from a position on computed anew, so that the history agrees with itself."""
    facts = [json.loads(line) for line in lines]
    chain = facts[begin - 1]["previousChain"]
    for position, fact in enumerate(facts[begin - 1 :], begin):
        fact |= {"position": position, "previousChain": chain}
        if fact["body"] is not None:
            fact["bodyDigest"] = sha256(fact["body"].encode()).hexdigest()
        chain = fact["chain"] = _chain(fact)
    return [json.dumps(fact) for fact in facts]


def _chain(fact: Fact) -> str:
    line = msgspec.convert(fact, Line)
    digest = bytes.fromhex(line.body_digest)
    previous = bytes.fromhex(line.previous_chain)
    return chained(previous, line, microseconds(line.recorded_at), digest).hex()


def a_higher_value(fact: Fact) -> None:
    """Thirteen reported, not twelve."""
    fact["body"] = fact["body"].replace('"12"', '"13"')


def a_higher_value_and_its_digest(fact: Fact) -> None:
    """The same, by somebody who has read the page."""
    a_higher_value(fact)
    fact["bodyDigest"] = sha256(fact["body"].encode()).hexdigest()


def another(field: str, value: Any) -> Change:
    """A field of the header that says something else."""

    def change(fact: Fact) -> None:
        fact[field] = value

    return change


def somebody_else(field: str) -> Change:
    """An id that stands for something else."""
    return another(field, str(new_id()))


def later(fact: Fact) -> None:
    """Recorded a century later."""
    fact["recordedAt"] = "21" + fact["recordedAt"][2:]


def without(*path: str) -> Change:
    """A part that is gone."""

    def change(fact: Fact) -> None:
        *outer, last = path
        for name in outer:
            fact = fact[name]
        del fact[last]

    return change


def another_text(fact: Fact) -> None:
    """Words that nobody said."""
    fact["private"]["note"]["value"] = "Better than planned."


def withheld_with_words(fact: Fact) -> None:
    """Marked as private, so that nobody looks at the words."""
    a_higher_value(fact)
    fact["withheld"] = True


def words_gone(fact: Fact) -> None:
    """No words, and no reason why."""
    fact |= {"body": None, "private": None}
