"""What is asked on the day of the moment, where no day was named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from server.reads.sources import Asked, Related, Source


def dated(sources: Sequence[Source], asked: Mapping[int, Asked], day: date) -> dict[int, Asked]:
    """What is asked, on a day where none was named."""
    return {**asked} | {
        number: replace(asked[number], day=day) for number in undated(sources, asked)
    }


def undated(sources: Sequence[Source], asked: Mapping[int, Asked]) -> list[int]:
    """What depends on the day and named none."""
    return [
        number for number, each in asked.items() if each.day is None and _daily(sources[number])
    ]


def _daily(source: Source) -> bool:
    return isinstance(source, Related) and source.relation.daily
