"""How what people make known and recognize stands when a rule looks at it."""

from dataclasses import dataclass
from uuid import UUID

from server.okr.now import ObjectiveNow


@dataclass(kw_only=True)
class AnnouncementNow:
    """What was made known, as it stands, with the objective if it is of one."""

    id: UUID
    version: int
    author_id: UUID
    withdrawn: bool
    team_id: UUID | None = None
    objective: ObjectiveNow | None = None


@dataclass(kw_only=True)
class RecognitionNow:
    """What was recognized, as it stands."""

    id: UUID
    version: int
    author_id: UUID
    withdrawn: bool
    objective_id: UUID | None = None


@dataclass(kw_only=True)
class ReviewNow:
    """A review as far as the actor sees it, and the objective that it is about."""

    id: UUID
    objective_id: UUID | None = None
