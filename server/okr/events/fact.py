"""What every kind of fact has in common."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(kw_only=True)
class Fact:
    """Something that happened; ``stream`` names the field whose id is the stream's.

    Who learns of it follows from what it is about; what is ``inspected``, those alone learn of
    who look after the log.
    """

    stream: ClassVar[str]
    changed: ClassVar[type | None] = None
    inspected: ClassVar[bool] = False
