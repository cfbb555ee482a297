"""Refusals: understood and declined, as data that a person can act on."""

from enum import StrEnum
from typing import Any

import strawberry

from schema import nouns, registry
from server.okr import refusals

SENTENCES = {
    each.code(): (each.__doc__ or "").strip() for each in refusals.Refusal.__subclasses__()
}


def _codes() -> Any:
    """The enum of codes: one for each kind of refusal, with its sentence."""
    functional: Any = StrEnum
    codes = functional("RefusalCode", [(code, code) for code in SENTENCES])
    strawberry.enum(
        codes,
        description="Why a command was declined. "
        "Codes will grow; treat an unknown one by its message.",
    )
    for value in codes.__strawberry_definition__.values:
        value.description = SENTENCES[value.name]
    return codes


CODES = _codes()


@strawberry.interface(
    description="Understood and declined. "
    "Each reason is a type of its own where it has more to say."
)
class Refusal:
    """Understood and declined."""

    code: Any = strawberry.field(graphql_type=CODES, description="The reason, for programs.")
    message: str = strawberry.field(description="The reason, for people.")
    path: list[str] = strawberry.field(description="The argument it is about, from the outside in.")


@nouns.shown(None)
class Declined(Refusal):
    """Understood and declined."""


@nouns.shown(None)
class ChangedMeanwhile(Refusal):
    """Somebody changed it meanwhile: look again and decide anew."""

    current_version: int = strawberry.field(description="The version it has now.")


def told(reason: refusals.Refusal, path: list[str]) -> Any:
    """A refusal as the graph shows it."""
    common = {"code": CODES(reason.code()), "message": reason.message, "path": path}
    if isinstance(reason, refusals.ChangedMeanwhile):
        return registry.as_noun(
            ChangedMeanwhile, common | {"current_version": reason.current_version}
        )
    return registry.as_noun(Declined, common)
