"""What random histories say about key results of which the same is expected of each person."""

from uuid import UUID

from server.okr import events
from server.okr.metrics import MetricInput
from server.okr.per_person import KINDS
from server.okr.terms import MetricKind, PerPerson, Reading
from tests.chance import Chance

READINGS = (Reading.LATEST, Reading.SUM, Reading.MEAN, Reading.WORST)


def of_everybody(chance: Chance) -> MetricInput:
    """So much of each person."""
    kind = chance.one_of(*KINDS)
    baseline = chance.number(-10, 5)
    begins = kind is MetricKind.INCREASE or chance.perhaps(0.3)
    return MetricInput(
        kind=kind,
        baseline=baseline if begins else None,
        target=baseline + abs(chance.number(1, 40)) + 1,
        strict=kind is not MetricKind.INCREASE and chance.perhaps(0.3),
        reading=chance.one_of(*READINGS),
        per_person=chance.one_of(*PerPerson),
    )


def of_a_team(chance: Chance, metric: MetricInput) -> UUID:
    """Any objective; where the same is expected of each, one that was a team's when it began."""
    created = chance.facts[events.ObjectiveCreated]
    owned = [each.objective_id for each in created if each.owner_team_id]
    personal = metric.per_person is not None and owned
    return chance.dice.choice(owned) if personal else chance.objective()


def expected_of(chance: Chance) -> list[events.KeyResultAdded]:
    """Key results of which the actor, as a member of a team, is expected a part like everybody."""
    joined = [
        each for each in chance.facts[events.TeamMemberAdded] if each.person_id == chance.actor
    ]
    teams = {each.team_id for each in joined}
    created = chance.facts[events.ObjectiveCreated]
    objectives = {each.objective_id for each in created if each.owner_team_id in teams}
    added = chance.facts[events.KeyResultAdded]
    return [each for each in added if each.metric.per_person and each.objective_id in objectives]
