"""What can have happened to what stands outside and belongs to a goal."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact


@dataclass(kw_only=True)
class AttachmentAdded(Fact, terms.Attachment):
    """Something outside was attached to an objective or a key result, or is for everybody."""

    stream = "attachment_id"
    attachment_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None


@dataclass(kw_only=True)
class AttachmentRemoved(Fact):
    """Something outside belongs to what it was attached to no more."""

    stream = "attachment_id"
    attachment_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
