"""The rule about taking out scores of a person: it is known who did, and none are for appraisal."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.authority import takes_away
from server.okr.refusals import NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ScorePurpose

ONLY_AUDITORS = "Only auditors and administrators take out scores of others."


@dataclass(kw_only=True)
class ExportScores(terms.ScoreExport):
    """Ask for the scores of what a person owns in a cycle."""

    person_id: Annotated[UUID, "Whose."]
    cycle_id: Annotated[UUID, "Of which cycle."]


def export_scores(standing: Standing, said: ExportScores) -> Decision:
    """That somebody asked stays, for appraisal too, for which nothing is given."""
    person = need(standing.person, "person_id")
    cycle = need(standing.cycle, "cycle_id")
    objections = Objections()
    own = person.id == standing.actor.id
    objections.when(
        not own and not takes_away(standing.actor.permissions), NotAllowed(ONLY_AUDITORS)
    )
    checks.unversioned(objections, standing)
    checks.reasoned(objections, said.reason)
    objections.settle()
    fact = events.ScoresExported(
        score_export_id=standing.new_id(),
        person_id=person.id,
        cycle_id=cycle.id,
        purpose=said.purpose,
        reason=said.reason,
        given=said.purpose is not ScorePurpose.APPRAISAL,
    )
    return Decision(facts=[fact])
