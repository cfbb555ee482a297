"""The rule about taking the log away: who may, and that it is known who did."""

from dataclasses import dataclass
from typing import Annotated

from server.okr import events
from server.okr.authority import takes_away
from server.okr.export_words import ExportFormat
from server.okr.refusals import NotAllowed, Objections
from server.okr.standing import Decision, Standing

ONLY_AUDITORS = "Only auditors and administrators take the log away."


@dataclass(kw_only=True)
class ExportLog:
    """Take facts away, as far as they were sent."""

    first_position: Annotated[int, "The first of them."]
    last_position: Annotated[int, "The last of them."]
    format: Annotated[ExportFormat, "How they were written."]
    sha256: Annotated[str, "Digest of all that was sent, before it was packed."]
    complete: Annotated[bool, "Whether it was sent to its end."]


def export_log(standing: Standing, said: ExportLog) -> Decision:
    """That somebody took the log away is a fact like any other."""
    objections = Objections()
    objections.when(not takes_away(standing.actor.permissions), NotAllowed(ONLY_AUDITORS))
    objections.settle()
    fact = events.LogExported(
        export_id=standing.new_id(),
        first_position=said.first_position,
        last_position=said.last_position,
        format=said.format,
        sha256=said.sha256,
        complete=said.complete,
    )
    return Decision(facts=[fact])
