"""Rules about parts of compound key results: one level deep, summed only where they fit."""

from server.okr import events, terms
from server.okr.now import Guard, KeyResultNow, ObjectiveNow
from server.okr.quantities import same_unit
from server.okr.refusals import Invalid, Objections, WrongState
from server.okr.standing import Standing, need
from server.okr.targets import LINEAR
from server.okr.terms import Combine, KeyResultState, MetricKind

COMBINE = ("metric", "combine")


def component(
    objections: Objections, standing: Standing, objective: ObjectiveNow, metric: terms.Metric
) -> list[Guard]:
    """A part is measured on its own, within the objective of its whole."""
    whole = need(standing.part_of, "part_of_id")
    path = "part_of_id"
    objections.when(
        whole.objective.id != objective.id,
        Invalid("A part belongs to the same objective as its whole.", path),
    )
    objections.when(
        whole.metric.kind is not MetricKind.COMPOUND,
        Invalid("Only a key result of kind COMPOUND has parts.", path),
    )
    objections.when(
        whole.state is not KeyResultState.ACTIVE,
        WrongState(f"The key result is {whole.state}.", path),
    )
    _fits(objections, whole.metric, metric, whole.beside)
    changed = (events.KeyResultRevised, events.KeyResultWithdrawn)
    return [Guard(stream=whole.id, kinds=changed)]


def still_whole(objections: Objections, key_result: KeyResultNow, metric: terms.Metric) -> None:
    """A revised part still fits, and a revised whole still has a place for its parts."""
    if key_result.whole is not None:
        _fits(objections, key_result.whole, metric, key_result.beside)
    elif key_result.beside:
        objections.when(
            metric.kind is not MetricKind.COMPOUND,
            WrongState("It has parts: withdraw them first.", "metric", "kind"),
        )
        first, *others = key_result.beside
        summed = metric.combine is Combine.SUM
        objections.when(
            summed and not (_linear(first) and all(_alike(first, each) for each in others)),
            Invalid("Its parts cannot be summed: they have several kinds or units.", *COMBINE),
        )


def _fits(
    objections: Objections, whole: terms.Metric, metric: terms.Metric, beside: list[terms.Metric]
) -> None:
    objections.when(
        metric.kind is MetricKind.COMPOUND,
        Invalid("A part is not made of parts itself.", "metric", "kind"),
    )
    if whole.combine is not Combine.SUM or metric.kind is MetricKind.COMPOUND:
        return
    objections.when(
        not _linear(metric),
        Invalid("Parts that are summed increase or decrease as a whole.", "metric", "kind"),
    )
    objections.when(
        _linear(metric) and not all(_alike(metric, each) for each in beside),
        Invalid("Parts that are summed have one kind and one unit.", "metric", "unit"),
    )


def _linear(metric: terms.Metric) -> bool:
    return metric.kind in LINEAR and metric.per_person is None


def _alike(one: terms.Metric, other: terms.Metric) -> bool:
    return one.kind is other.kind and same_unit(one, other)
