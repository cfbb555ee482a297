"""Values that are missing from a history, and whether a fact in it says why they are gone."""

from typing import NamedTuple

import msgspec

from server.audit.lines import Line

Where = tuple[int, str]


class Redacted(msgspec.Struct, gc=False):
    """What an EventRedacted or a PersonForgotten says of what was taken out."""

    event_position: int | None = None
    fields: list[str] = []
    person_id: str | None = None


class Whose(NamedTuple):
    """About whom a fact is, perhaps, and who said it."""

    stream_id: str
    actor_id: str


REDACTED = msgspec.json.Decoder(Redacted)
KINDS = ("EventRedacted", "PersonForgotten")


class Gone:
    """What is missing so far and was not explained; whoever passed the file on may have kept it."""

    def __init__(self) -> None:
        self._missing: dict[Where, Whose] = {}

    def look_at(self, line: Line) -> None:
        """A fact may lack values, or say why others do."""
        if line.type in KINDS and line.body is not None:
            self._explain(line.position, REDACTED.decode(line.body))
        for field, kept in (line.private or {}).items():
            if kept is None:
                self._missing[line.position, field] = Whose(line.stream_id, line.actor_id)

    def _explain(self, position: int, redacted: Redacted) -> None:
        for field in redacted.fields:
            self._missing.pop((redacted.event_position or 0, field), None)
        if redacted.person_id is not None:
            for where, whose in [*self._missing.items()]:
                if redacted.person_id in whose and where[0] < position:
                    del self._missing[where]

    @property
    def unexplained(self) -> list[Where]:
        """Position and field of each value of which nobody knows where it went."""
        return sorted(self._missing)
