"""How much of the database something may take."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How long something may take, and on how many connections at once."""

    milliseconds: int
    connections: int
