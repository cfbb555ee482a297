"""How many connections one person or one address holds open, and how many they may."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID


class TooMany(Exception):
    """So many are open already."""


@dataclass(kw_only=True)
class Crowds:
    """Counts what is open."""

    of_person: int
    of_address: int
    _open: Counter[UUID | str] = field(default_factory=Counter)

    @contextmanager
    def among(self, whom: UUID | str) -> Iterator[None]:
        """One more of a person or from an address, as long as the block lasts; raises TooMany."""
        most = self.of_person if isinstance(whom, UUID) else self.of_address
        if self._open[whom] >= most:
            raise TooMany(f"At most {most} connections at once.")
        self._open[whom] += 1
        try:
            yield
        finally:
            self._open[whom] -= 1
            if not self._open[whom]:
                del self._open[whom]
