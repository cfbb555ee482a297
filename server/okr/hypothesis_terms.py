"""Hypotheses: what is assumed, how it is tried, and what is learned; read with all other nouns."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class Verdict(Term):
    """What became of a hypothesis."""

    SUPPORTED = auto(), "What was found speaks for it."
    REFUTED = auto(), "What was found speaks against it."
    INCONCLUSIVE = auto(), "What was found does not decide it."


@dataclass(kw_only=True)
class Hypothesis:
    """Something that is assumed and can be tried, so that objectives rest on more than opinion."""

    problem: Annotated[Text, "What is to be solved."]
    assumption: Annotated[Text, "What is taken to be true."]
    statement: Annotated[Text, "What will be seen if that is so: if we do this, then that."]


@dataclass(kw_only=True)
class Experiment:
    """A way in which a hypothesis is tried."""

    setup: Annotated[Text, "What is tried, with whom, and for how long."]


@dataclass(kw_only=True)
class Variant:
    """One of the ways that an experiment holds against each other."""

    name: Annotated[Text, "What it is called: A, the old form, without a picture."]
    description: Annotated[Text | None, "What is done in it."] = None


@dataclass(kw_only=True)
class Insight:
    """Something that was learned, kept for whoever decides later."""

    text: Annotated[Text, "What was learned."]
