"""The noun of scores that were taken out about a person; read under one name with all nouns."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class ScorePurpose(Term):
    """What scores about a person are taken out for."""

    LEARNING = auto(), "To learn from how work went."
    STATISTICS = auto(), "To count, without looking at anybody."
    APPRAISAL = (
        auto(),
        "To judge somebody, or to decide what they earn or become: nothing is given for that.",
    )


@dataclass(kw_only=True)
class ScoreExport:
    """That somebody asked for the scores of a person, and what for."""

    purpose: Annotated[ScorePurpose, "What they are for."]
    reason: Annotated[Text, "Why they are needed."]
