"""The numbers about how objectives are worked with, each with its sentence."""

from dataclasses import dataclass
from decimal import Decimal
from enum import auto
from typing import Annotated

from server.okr.words import Term


class ProgrammeCode(Term):
    """A number about how an organization, a team or a cycle works with objectives."""

    ADOPTION = auto(), "Of the teams, those that own an objective that was begun."
    PEOPLE_ADOPTION = (
        auto(),
        (
            "Of the people, those who own an objective or a key result that was begun, answer for "
            "one, or have a part in one."
        ),
    )
    ALIGNMENT = (
        auto(),
        (
            "Of the objectives that were begun below the company, those that support one, or a "
            "key result of one, that was not withdrawn."
        ),
    )
    OBJECTIVE_COMPLETION = (
        auto(),
        (
            "Of the objectives that were begun, those whose score, agreed or else computed, is at "
            "the cut-off or above."
        ),
    )
    KEY_RESULT_COMPLETION = (
        auto(),
        (
            "Of the key results of these, those whose score, agreed or else computed, is at the "
            "cut-off or above."
        ),
    )
    BOTTOM_UP = (
        auto(),
        (
            "Of the objectives that were begun below the company, those that the owner or somebody "
            "of the owning team set; who recorded them tells."
        ),
    )


@dataclass(kw_only=True)
class ProgrammeAim:
    """Between which two values a programme number is to lie."""

    code: Annotated[ProgrammeCode, "Which number."]
    from_: Annotated[Decimal, "The least."]
    to: Annotated[Decimal, "The most."]
