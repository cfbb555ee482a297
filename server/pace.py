"""How much of the database something may take."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How long something may take, on how many connections at once, and what these are called."""

    name: str
    milliseconds: int
    connections: int
