"""Nouns of working together: what is asked and offered, who takes part, who agrees."""

from dataclasses import dataclass
from typing import Annotated

from server.okr.role_words import ParticipantRole, Stance
from server.okr.stating import Text


@dataclass(kw_only=True)
class Request:
    """Something asked of somebody, open until it is accepted, declined or withdrawn."""

    text: Annotated[Text, "What is asked for, and why."]


@dataclass(kw_only=True)
class Offer:
    """Help that somebody offers to who asked for it."""

    text: Annotated[Text, "What is offered."]


@dataclass(kw_only=True)
class Participant:
    """A person or a team that takes part in an objective that is not theirs."""

    role: Annotated[ParticipantRole, "How they take part."]


@dataclass(kw_only=True)
class SignOff:
    """What somebody thinks of an objective before it begins."""

    stance: Annotated[Stance, "Whether they agree."]
    comment: Annotated[Text | None, "What they have to say; asked for unless they agree."] = None
