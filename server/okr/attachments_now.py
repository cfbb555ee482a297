"""How what stands outside and belongs to a goal stands when a rule looks at it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(kw_only=True)
class AttachmentNow:
    """Something that is attached to an objective or a key result."""

    id: UUID
    objective_id: UUID
    key_result_id: UUID | None
