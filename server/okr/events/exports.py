"""What can have happened to the log as a whole: it was taken away, checked, or restored."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr.events.fact import Fact
from server.okr.export_words import ExportFormat
from server.okr.terms import ScoreExport, Text


@dataclass(kw_only=True)
class LogExported(Fact):
    """Facts left, as far as they were sent; ``sha256`` is of all that was sent, unpacked."""

    stream = "export_id"
    inspected = True
    export_id: UUID
    first_position: Annotated[int, "The first position that left."]
    last_position: Annotated[int, "The last position that left."]
    format: ExportFormat
    sha256: Annotated[str, "SHA-256 of all that was sent, unpacked."]
    complete: Annotated[bool, "Whether all that was asked for was sent."]


@dataclass(kw_only=True)
class VerificationReported(Fact):
    """Somebody checked the log and said what they found."""

    stream = "verification_id"
    inspected = True
    verification_id: UUID
    first_position: Annotated[int, "The first position that was checked."]
    last_position: Annotated[int, "The last position that was checked."]
    chain: Annotated[str, "The chain at the last position, as whoever checked it found it."]
    fault: Annotated[Text | None, "What did not fit; null where all did."] = None


@dataclass(kw_only=True)
class LogRestored(Fact):
    """A restore or a failover may have lost facts: the log goes on in a branch of its own."""

    stream = "organization_id"
    organization_id: UUID
    epoch: Annotated[int, "The branch in which the log goes on from here."]
    last_position: Annotated[int, "The last position that was left; behind it facts may be lost."]
    signed_position: Annotated[
        int | None,
        "Up to where the log had been signed and given away; null where nobody knows. "
        "What is missing up to there was lost for certain.",
    ]
    shared_position: Annotated[
        int | None,
        "Up to where the log is what had been signed and given away; behind it may stand other "
        "facts than before. Null where all that was signed is there, or nobody knows.",
    ]
    reason: Annotated[Text, "What happened."]


@dataclass(kw_only=True)
class ScoresExported(Fact, ScoreExport):
    """Somebody asked for the scores of a person; everybody may know who, and what for."""

    stream = "score_export_id"
    score_export_id: UUID
    person_id: UUID
    cycle_id: UUID
    given: Annotated[bool, "Whether they were given."]
