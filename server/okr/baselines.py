"""Rules about baselines: where a key result started may be found out later, once."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.key_results import steered
from server.okr.now import Guard
from server.okr.quantities import quantified
from server.okr.refusals import Invalid, Objections, WrongState
from server.okr.standing import Decision, Standing
from server.okr.targets import aimed, baseline_state
from server.okr.terms import BaselineState, Text


@dataclass(kw_only=True)
class EstablishBaseline:
    """Say where a key result started that promised a change by so much."""

    key_result_id: Annotated[UUID, "Which key result."]
    baseline: Annotated[Decimal, "Where it stood at the start."]
    baseline_source: Annotated[Text, "Where the number is taken from."]
    baseline_from: Annotated[date | None, "First day of the span it was taken over."] = None
    baseline_on: Annotated[date | None, "Day it was taken, or last day of its span."] = None


def establish_baseline(standing: Standing, said: EstablishBaseline) -> Decision:
    """What was reported before counts from here on; a later change is a revision with a reason."""
    key_result, objections = steered(standing)
    checks.named(objections, said.baseline_source, "baseline_source")
    state = baseline_state(key_result.metric)
    objections.when(
        state is BaselineState.KNOWN,
        WrongState("The baseline is known: a revision changes it.", "key_result_id"),
    )
    objections.when(
        state is BaselineState.NOT_NEEDED,
        WrongState(f"{key_result.metric.kind} waits for no baseline.", "key_result_id"),
    )
    _whole(objections, key_result.metric, said)
    objections.when(
        said.baseline_on is not None and said.baseline_on > standing.today,
        Invalid("A baseline is not taken in the future.", "baseline_on"),
    )
    objections.settle()
    fact = events.BaselineEstablished(
        key_result_id=key_result.id,
        baseline=said.baseline,
        baseline_source=said.baseline_source,
        baseline_from=said.baseline_from,
        baseline_on=said.baseline_on,
    )
    once = Guard(stream=key_result.id, kinds=(events.BaselineEstablished,))
    return Decision(facts=[fact], guards=[*key_result.grounds, once])


def _whole(objections: Objections, metric: terms.Metric, said: EstablishBaseline) -> None:
    """The metric with its baseline is one that could have been stated so from the beginning."""
    found = Objections()
    whole = replace(
        metric,
        target=None,
        baseline=said.baseline,
        baseline_source=said.baseline_source,
        baseline_from=said.baseline_from,
        baseline_on=said.baseline_on,
    )
    aimed(found, whole)
    quantified(found, whole)
    for each in found:
        name = each.path[-1]
        each.path = [name if name in vars(said) else "baseline"]
        objections.append(each)
