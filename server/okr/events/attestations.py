"""What can have been said to hold of objectives, key results and announcements."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact


@dataclass(kw_only=True)
class AttestationRecorded(Fact, terms.Attestation):
    """Somebody said what holds of something as it stands, or does not."""

    stream = "attestation_id"
    attestation_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    announcement_id: UUID | None = None
    request_id: UUID | None = None
