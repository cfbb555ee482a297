"""What can have happened to the log as a whole: it was taken away."""

from dataclasses import dataclass
from uuid import UUID

from server.okr.events.fact import Fact
from server.okr.export_words import ExportFormat


@dataclass(kw_only=True)
class LogExported(Fact):
    """Facts left, as far as they were sent; ``sha256`` is of all that was sent, unpacked."""

    stream = "export_id"
    export_id: UUID
    first_position: int
    last_position: int
    format: ExportFormat
    sha256: str
    complete: bool
