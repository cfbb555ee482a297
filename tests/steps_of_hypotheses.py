"""What is said in random histories about what is assumed, tried and learned.

Allowed or not is for the rules to say.
"""

from server.okr import events, hypotheses, insights
from server.okr.terms import Variant, Verdict
from tests.chance import Chance, step
from tests.steps import Said


@step(hypotheses.add_hypothesis, 3)
def _(chance: Chance) -> Said:
    earlier = chance.facts[events.HypothesisAdded]
    return {
        **{name: chance.text() for name in ("problem", "assumption", "statement")},
        "owner_team_id": chance.maybe(lambda: chance.any(events.TeamAdded).team_id, 0.3),
        "refines_id": chance.one_of(*earlier).hypothesis_id
        if earlier and chance.perhaps(0.3)
        else None,
    }


@step(hypotheses.conclude_hypothesis, 1)
def _(chance: Chance) -> Said:
    added = chance.any(events.HypothesisAdded)
    verdict = chance.one_of(*Verdict)
    return {"hypothesis_id": added.hypothesis_id, "verdict": verdict, "reason": chance.text()}


@step(hypotheses.add_experiment, 3)
def _(chance: Chance) -> Said:
    work = chance.facts[events.WorkItemAdded]
    names = [chance.text() for _ in range(chance.dice.choice([0, 2, 3]))]
    return {
        "hypothesis_id": chance.any(events.HypothesisAdded).hypothesis_id,
        "setup": chance.text(),
        "work_item_id": chance.one_of(*work).work_item_id if work and chance.perhaps(0.5) else None,
        "variants": [Variant(name=each, description=chance.maybe(chance.text)) for each in names],
    }


@step(hypotheses.record_experiment_result, 2)
def _(chance: Chance) -> Said:
    added = chance.any(events.ExperimentAdded)
    variants = [each.id for each in added.variants]
    return {
        "experiment_id": added.experiment_id,
        "result": chance.text(),
        "winner_id": chance.one_of(*variants) if variants and chance.perhaps(0.5) else None,
        "results": [
            hypotheses.VariantResultInput(
                variant_id=each, value=chance.number(), result=chance.maybe(chance.text)
            )
            for each in variants
        ],
    }


@step(insights.add_insight, 3)
def _(chance: Chance) -> Said:
    about: Said = chance.one_of(
        {"objective_id": chance.objective()},
        {"key_result_id": chance.key_result()},
        {"hypothesis_id": chance.any(events.HypothesisAdded).hypothesis_id},
    )
    return {"text": chance.text(), **about}
