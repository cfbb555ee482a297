"""The noun of what people say holds of things; it is read under one name with all others."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class AttestationKind(Term):
    """What somebody says holds, or does not."""

    NECESSARY = auto(), "Without this key result the objective would not be reached."
    SUFFICIENT = auto(), "Once all its key results are reached, the objective surely is."
    SPECIFIC = auto(), "It says one thing, and everybody understands the same by it."
    ACHIEVABLE = auto(), "It can be reached by these people in this time."
    RELEVANT = auto(), "It matters for what it is part of."
    AMBITIOUS = auto(), "It asks for more than going on as before."
    ACTIONABLE = auto(), "Those who have it know what they can do for it."
    MEANINGFUL = auto(), "It means something to those who work on it and to others."
    WITHIN_MY_CONTROL = auto(), "Whoever owns it can reach it by what they do themselves."
    ACKNOWLEDGED = auto(), "Somebody who takes part in it has seen it and counts on it."
    SUPPORTED = auto(), "What is proposed should be taken in."
    READ = auto(), "Somebody to whom it was made known has read it."


@dataclass(kw_only=True)
class Attestation:
    """What a person says holds of something, or does not, as it then stood."""

    kind: Annotated[AttestationKind, "What is said."]
    holds: Annotated[bool, "Whether it holds; false says that it does not."] = True
    reason: Annotated[
        Text | None, "Why; where it does not hold, what is missing: this is asked for then."
    ] = None
