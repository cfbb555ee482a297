"""What is said in random histories about links between objectives.

Allowed or not is for the rules to say.
"""

from server.okr import events, links
from server.okr.terms import LinkKind
from tests.chance import Chance, step
from tests.steps import Said


@step(links.link_objectives)
def _(chance: Chance) -> Said:
    said = {"objective_id": chance.objective(), "note": chance.maybe(chance.text)}
    taught = [each.id for fact in chance.facts[events.ReviewRecorded] for each in fact.answers]
    if taught and chance.perhaps(0.3):
        return said | {"to_answer_id": chance.one_of(*taught), "kind": LinkKind.INFORMED_BY}
    return said | {"to_objective_id": chance.objective(), "kind": chance.one_of(*LinkKind)}


@step(links.unlink_objectives)
def _(chance: Chance) -> Said:
    return {"link_id": chance.any(events.ObjectivesLinked).link_id}
