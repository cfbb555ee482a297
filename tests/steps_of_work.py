"""What is said in random histories about key results, alignments, contributions and check-ins.

Allowed or not is for the rules to say.
"""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from server.ids import new_id
from server.okr import (
    alignments,
    baselines,
    check_ins,
    contributions,
    corrections,
    events,
    key_results,
    misses,
    scores,
    windows,
)
from server.okr.check_ins import RecordCheckIn
from server.okr.ratios import DIVIDED
from server.okr.terms import (
    ABSENT,
    Curve,
    CurveKind,
    CurvePoint,
    Evidence,
    EvidenceKind,
    Metric,
    MetricKind,
    MissCategory,
    RevisionCategory,
    RollUp,
    Status,
)
from tests.aiming import aimed, said_now_and_then
from tests.chance import Chance, step
from tests.of_each import expected_of, of_a_team, of_everybody
from tests.steps import Said, score

ROLL_UPS = (*RollUp, RollUp.SUM, RollUp.SUM, RollUp.SUM, RollUp.MEAN, RollUp.MEAN)


@step(key_results.add_key_result, 10)
def _(chance: Chance) -> Said:
    added = chance.facts[events.KeyResultAdded]
    wholes = [each for each in added if each.metric.kind is MetricKind.COMPOUND]
    whole = chance.dice.choice(wholes) if wholes and chance.perhaps(0.4) else None
    metric = of_everybody(chance) if chance.perhaps(chance.of_each / 2) else chance.metric([])
    return {
        "objective_id": whole.objective_id if whole else of_a_team(chance, metric),
        "part_of_id": whole.key_result_id if whole else None,
        "paired_with_id": chance.maybe(chance.key_result, 0.1),
        "title": chance.text(),
        "verb": chance.maybe(chance.text, 0.3),
        "counted": chance.maybe(chance.text, 0.3),
        "metric": metric,
        "weight": chance.weight(),
        "owner_person_id": chance.maybe(chance.person, 0.3),
        "due_on": chance.maybe(chance.day, 0.2),
        **aimed(chance),
        "curve": chance.maybe(lambda: curve(chance), 0.2),
    }


@step(key_results.revise_key_result, 6)
def _(chance: Chance) -> Said:
    return revision(chance)


def revision(chance: Chance) -> Said:
    """What may change of a key result."""
    key_result = chance.key_result()
    known = [each for each in milestones_of(chance, key_result) if chance.perhaps(0.9)]
    personal = metric_of(chance, key_result).per_person is not None and chance.perhaps(0.9)
    metric = of_everybody(chance) if personal else chance.metric(known)
    return {
        "key_result_id": key_result,
        "title": chance.change(chance.text),
        "metric": chance.change(lambda: metric, 0.7),
        "weight": chance.change(chance.weight),
        "owner_person_id": chance.change(lambda: chance.maybe(chance.person), 0.2),
        "due_on": chance.change(lambda: chance.maybe(chance.day), 0.2),
        **said_now_and_then(chance, aimed),
        "curve": chance.change(lambda: chance.maybe(lambda: curve(chance)), 0.2),
        "reason": chance.text(),
        "category": chance.one_of(*RevisionCategory),
    }


@step(baselines.establish_baseline, 4)
def _(chance: Chance) -> Said:
    waiting = chance.unknown()
    key_result = chance.dice.choice(waiting).key_result_id if waiting else chance.key_result()
    return {
        "key_result_id": key_result,
        "baseline": chance.number(1, 90),
        "baseline_source": chance.text(),
        "baseline_on": chance.maybe(chance.day),
    }


@step(windows.open_window, 4)
def _(chance: Chance) -> Said:
    waiting = chance.awaited()
    key_result = chance.dice.choice(waiting).key_result_id if waiting else chance.key_result()
    return {"key_result_id": key_result, "occurred_on": chance.maybe(chance.day)}


@step(scores.score_key_result)
def _(chance: Chance) -> Said:
    return {"key_result_id": chance.key_result(), **score(chance)}


@step(misses.explain_miss)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "category": chance.one_of(*MissCategory),
        "text": chance.text(),
        "improvement": chance.maybe(chance.text),
    }


@step(alignments.align_objective, 14)
def _(chance: Chance) -> Said:
    to_key_result = bool(chance.facts[events.KeyResultAdded]) and chance.perhaps(0.25)
    return {
        "objective_id": chance.objective(),
        "to_objective_id": None if to_key_result else chance.objective(),
        "to_key_result_id": chance.key_result() if to_key_result else None,
        "roll_up": chance.one_of(*ROLL_UPS),
        "weight": chance.weight(),
        "rationale": chance.maybe(chance.text),
        "contribution_statement": chance.maybe(chance.text),
    }


@step(alignments.revise_alignment, 3)
def _(chance: Chance) -> Said:
    return {
        "alignment_id": chance.any(events.ObjectiveAligned).alignment_id,
        "roll_up": chance.change(lambda: chance.one_of(*RollUp)),
        "weight": chance.change(chance.weight),
        "rationale": chance.change(lambda: chance.maybe(chance.text)),
        "contribution_statement": chance.change(lambda: chance.maybe(chance.text)),
    }


@step(alignments.remove_alignment)
def _(chance: Chance) -> Said:
    return {"alignment_id": chance.any(events.ObjectiveAligned).alignment_id}


@step(contributions.assign_contributor, 8)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "person_id": chance.person(),
        "target": chance.number(1, 50),
    }


@step(contributions.change_contribution)
def _(chance: Chance) -> Said:
    part = chance.any(events.ContributorAssigned)
    return {"contribution_id": part.contribution_id, "target": chance.number(1, 50)}


@step(contributions.remove_contributor)
def _(chance: Chance) -> Said:
    return {"contribution_id": chance.any(events.ContributorAssigned).contribution_id}


@step(check_ins.record_check_in, 30)
def _(chance: Chance) -> Said:
    return report(chance)


@step(check_ins.record_check_ins, 3)
def _(chance: Chance) -> Said:
    reports = [RecordCheckIn(**report(chance)) for _ in range(chance.dice.randint(1, 4))]
    return {"check_ins": reports}


@step(corrections.correct_check_in, 6)
def _(chance: Chance) -> Said:
    made = chance.any(events.CheckInRecorded, events.CheckInCorrected)
    return {
        "check_in_id": made.check_in_id,
        "reason": chance.text(),
        **corrected(chance, made),
        "confidence": chance.change(chance.share),
        "note": chance.change(lambda: chance.maybe(chance.text)),
    }


@step(corrections.retract_check_in, 3)
def _(chance: Chance) -> Said:
    made = chance.any(events.CheckInRecorded, events.CheckInCorrected)
    return {"check_in_id": made.check_in_id, "reason": chance.text()}


@step(check_ins.answer_obstacle)
def _(chance: Chance) -> Said:
    met = [each for fact in chance.facts[events.CheckInRecorded] for each in fact.obstacles]
    obstacle_id = chance.dice.choice(met).id if met else new_id()
    return {"obstacle_id": obstacle_id, "answer": chance.text()}


def report(chance: Chance) -> Said:
    """A check-in on any key result, whatever it is measured by at the moment."""
    key_result = chance.any(events.KeyResultAdded, events.ContributorAssigned).key_result_id
    of_each = expected_of(chance)
    if of_each and chance.perhaps(chance.of_each):
        key_result = chance.dice.choice(of_each).key_result_id
    said: Said = {
        "key_result_id": key_result,
        "confidence": chance.maybe(chance.share),
        "status": chance.maybe(lambda: chance.one_of(*Status)),
        "note": chance.maybe(chance.text),
        "obstacles": [chance.text()] if chance.perhaps(0.1) else None,
        "help": chance.maybe(chance.text, 0.1),
        "adjustment": chance.maybe(chance.text, 0.1),
        "evidence": [evidence(chance)] if chance.perhaps(0.2) else None,
        "whole": metric_of(chance, key_result).per_person is None and chance.perhaps(0.3),
        "occurred_on": chance.maybe(chance.day, 0.3),
    }
    metric = metric_of(chance, key_result)
    kind = metric.kind
    if kind is MetricKind.MILESTONES:
        known = milestones_of(chance, key_result)
        done = chance.dice.sample(known, chance.dice.randint(0, len(known)))
        undone = [each for each in known if each not in done and chance.perhaps(0.3)]
        return {**said, "milestones_done": done, "milestones_undone": undone}
    if kind is MetricKind.COMPOUND:
        return said
    if kind in (MetricKind.DONE, MetricKind.BY_DATE):
        return {**said, "value": Decimal(chance.one_of(0, 1, 1))}
    if metric.quantity in DIVIDED and chance.perhaps(0.7):
        return {**said, "numerator": chance.number(0), "denominator": chance.number(1)}
    return {**said, "value": chance.maybe(chance.number, 0.9)}


def corrected(chance: Chance, made: Any) -> Said:
    """Another value, or other numbers behind it."""
    if made.numerator is not None and chance.perhaps(0.7):
        return {"numerator": chance.number(0), "denominator": chance.change(lambda: Decimal(7))}
    if made.value is None and made.numerator is None:
        return {}
    return {"value": chance.change(chance.number, 0.8)}


def curve(chance: Chance) -> Curve:
    """A way to go from today on."""
    kind = chance.one_of(*CurveKind)
    days = [] if kind is CurveKind.LINEAR else [chance.today, chance.today + timedelta(days=7)]
    return Curve(kind=kind, points=[CurvePoint(on=day, value=chance.number()) for day in days])


def evidence(chance: Chance) -> Evidence:
    """Something that a report rests on, here or elsewhere."""
    return Evidence(
        kind=chance.one_of(*EvidenceKind),
        title=chance.maybe(chance.text),
        uri=f"https://example.org/{chance.dice.randrange(1000)}",
        sha256=chance.maybe(lambda: f"{chance.dice.getrandbits(256):064x}"),
        occurred_on=chance.maybe(chance.day),
    )


def metric_of(chance: Chance, key_result: UUID) -> Metric:
    """How a key result is measured, as far as this history has seen."""
    metric = Metric(kind=MetricKind.INCREASE)
    for fact in chance.facts[events.KeyResultAdded]:
        if fact.key_result_id == key_result:
            metric = fact.metric
    for fact in chance.facts[events.KeyResultRevised]:
        if fact.key_result_id == key_result and fact.metric is not ABSENT:
            metric = fact.metric
    return metric


def milestones_of(chance: Chance, key_result: UUID) -> list[UUID]:
    """The milestones that a key result has, as far as this history has seen."""
    ids: list[UUID] = []
    for fact in (*chance.facts[events.KeyResultAdded], *chance.facts[events.KeyResultRevised]):
        if fact.key_result_id == key_result and fact.milestones is not ABSENT:
            ids = [each.id for each in fact.milestones]
    return ids
