"""How what stands outside and belongs to a goal stands when a rule looks at it."""

from dataclasses import dataclass
from uuid import UUID

from server.okr.terms import AttachmentKind


@dataclass(kw_only=True)
class AttachmentNow:
    """Something that is attached to an objective, a key result or the programme."""

    id: UUID
    kind: AttachmentKind
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
