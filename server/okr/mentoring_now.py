"""How entries of mentorships stand when a rule looks at them."""

from dataclasses import dataclass, field
from uuid import UUID

from server.okr import terms
from server.okr.now import Guard


@dataclass(kw_only=True)
class MentoringEntryNow(terms.MentoringEntry):
    """An entry as it stands, for those who see it."""

    id: UUID
    version: int
    author_id: UUID
    of_person_id: UUID | None
    mentorship_id: UUID | None
    key_result_id: UUID | None
    outcome: terms.EntryOutcome | None
    answered: bool = False
    consents: list[UUID] = field(default_factory=list)

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return [Guard(stream=self.id)]
