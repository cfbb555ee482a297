"""What is said in random histories about links between objectives, and about carrying them on.

Allowed or not is for the rules to say.
"""

from server.okr import carrying, events, links
from server.okr.terms import LinkKind
from tests.chance import Chance, step
from tests.steps import Said


@step(links.link_objectives)
def _(chance: Chance) -> Said:
    said = {"objective_id": chance.objective(), "note": chance.maybe(chance.text)}
    taught = [each.id for fact in chance.facts[events.ReviewRecorded] for each in fact.answers]
    if taught and chance.perhaps(0.3):
        return said | {"to_answer_id": chance.one_of(*taught), "kind": LinkKind.INFORMED_BY}
    stated = chance.facts[events.AspirationAdded]
    if stated and chance.perhaps(0.3):
        serves = {"kind": LinkKind.SERVES, "to_aspiration_id": chance.one_of(*stated).aspiration_id}
        return said | serves
    assumed, learned = chance.facts[events.HypothesisAdded], chance.facts[events.InsightAdded]
    if assumed and chance.perhaps(0.2):
        tested = chance.one_of(*assumed).hypothesis_id
        return said | {"to_hypothesis_id": tested, "kind": LinkKind.TESTS}
    if learned and chance.perhaps(0.2):
        insight = chance.one_of(*learned).insight_id
        return said | {"to_insight_id": insight, "kind": LinkKind.INFORMED_BY}
    return said | {"to_objective_id": chance.objective(), "kind": chance.one_of(*LinkKind)}


@step(links.unlink_objectives)
def _(chance: Chance) -> Said:
    return {"link_id": chance.any(events.ObjectivesLinked).link_id}


@step(carrying.carry_objective_forward, 2)
def _(chance: Chance) -> Said:
    objective = chance.objective()
    added = chance.facts[events.KeyResultAdded]
    own = [each.key_result_id for each in added if each.objective_id == objective]
    return {
        "objective_id": objective,
        "cycle_id": chance.any(events.CycleOpened).cycle_id,
        "key_result_ids": chance.maybe(lambda: [each for each in own if chance.perhaps(0.6)], 0.3),
        "owner_person_id": chance.maybe(chance.person, 0.2),
        "accountable_person_id": chance.maybe(chance.person, 0.2),
        "note": chance.maybe(chance.text),
    }
