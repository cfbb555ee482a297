"""What can have happened to who takes part in an objective, and to who agrees with it."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact


@dataclass(kw_only=True)
class ParticipantAdded(Fact, terms.Participant):
    """A person or a team takes part in an objective."""

    stream = "objective_id"
    participant_id: UUID
    objective_id: UUID
    person_id: UUID | None = None
    team_id: UUID | None = None


@dataclass(kw_only=True)
class ParticipantRemoved(Fact):
    """A person or a team no longer takes part in an objective."""

    stream = "objective_id"
    participant_id: UUID
    objective_id: UUID


@dataclass(kw_only=True)
class ObjectiveSignedOff(Fact, terms.SignOff):
    """Somebody said whether they agree with an objective."""

    stream = "objective_id"
    sign_off_id: UUID
    objective_id: UUID
