"""What is said in random histories about links between objectives.

Allowed or not is for the rules to say.
"""

from server.okr import events, links
from server.okr.terms import LinkKind
from tests.chance import Chance, step
from tests.steps import Said


@step(links.link_objectives)
def _(chance: Chance) -> Said:
    return {
        "objective_id": chance.objective(),
        "to_objective_id": chance.objective(),
        "kind": chance.one_of(*LinkKind),
        "note": chance.maybe(chance.text),
    }


@step(links.unlink_objectives)
def _(chance: Chance) -> Said:
    return {"link_id": chance.any(events.ObjectivesLinked).link_id}
