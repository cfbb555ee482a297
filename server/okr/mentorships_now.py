"""How mentorships stand when a rule looks at them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from server.okr import terms
from server.okr.now import Guard


@dataclass(kw_only=True)
class MentorshipNow(terms.Mentorship):
    """A mentorship as it stands, for one of its two people; null for everybody else."""

    id: UUID
    version: int
    mentor_id: UUID
    mentee_id: UUID
    starts_on: date
    state: terms.MentorshipState

    @property
    def pair(self) -> tuple[UUID, UUID]:
        """The two who see it."""
        return self.mentor_id, self.mentee_id

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return [Guard(stream=self.id)]
