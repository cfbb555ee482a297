"""Rules about hypotheses: what is assumed, how it is tried, and what became of it."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.hypotheses_now import HypothesisNow
from server.okr.now import ActorNow, Guard
from server.okr.refusals import Invalid, LimitReached, NotAllowed, NotFound, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Text, Verdict

VARIANTS = 20
NOT_YOURS = "Only its author, its team and people with MANAGE or ADMINISTER may."


@dataclass(kw_only=True)
class AddHypothesis(terms.Hypothesis):
    """State something that is assumed, so that it can be tried."""

    owner_team_id: Annotated[UUID | None, "The team that tries it."] = None
    refines_id: Annotated[UUID | None, "The earlier one that this says better."] = None


@dataclass(kw_only=True)
class ConcludeHypothesis:
    """Say what became of a hypothesis, by what was found."""

    hypothesis_id: Annotated[UUID, "Which hypothesis."]
    verdict: Annotated[Verdict, "What became of it."]
    reason: Annotated[Text, "What speaks for that."]


@dataclass(kw_only=True)
class AddExperiment(terms.Experiment):
    """Try a hypothesis in a way."""

    hypothesis_id: Annotated[UUID, "Which hypothesis."]
    work_item_id: Annotated[UUID | None, "The piece of work in which that is done."] = None
    variants: Annotated[list[terms.Variant] | None, "What is held against each other."] = field(
        default=None
    )


@dataclass(kw_only=True)
class VariantResultInput:
    """What came of one of the ways."""

    variant_id: Annotated[UUID, "Which variant."]
    value: Annotated[Decimal | None, "What was measured of it."] = None
    result: Annotated[Text | None, "What was seen of it."] = None


@dataclass(kw_only=True)
class RecordExperimentResult:
    """Say what came of an experiment; the last that was said holds."""

    experiment_id: Annotated[UUID, "Which experiment."]
    result: Annotated[Text, "What came of it."]
    winner_id: Annotated[UUID | None, "The variant that did best, if one did."] = None
    results: Annotated[list[VariantResultInput] | None, "What came of each variant."] = field(
        default=None
    )


def add_hypothesis(standing: Standing, said: AddHypothesis) -> Decision:
    """What is said better is another one, tied to what it refines."""
    team = None if said.owner_team_id is None else need(standing.owner_team, "owner_team_id")
    refined = None if said.refines_id is None else need(standing.hypothesis, "refines_id")
    objections = Objections()
    checks.unversioned(objections, standing)
    may = team is None or authority.plans(standing.actor)
    may = may or authority.belongs(standing.actor, said.owner_team_id)
    objections.when(not may, NotAllowed(NOT_YOURS))
    for name in ("problem", "assumption", "statement"):
        checks.named(objections, getattr(said, name), name)
    objections.settle()
    fact = events.HypothesisAdded(hypothesis_id=standing.new_id(), **vars(said))
    return Decision(facts=[fact], guards=refined.grounds if refined else [])


def conclude_hypothesis(standing: Standing, said: ConcludeHypothesis) -> Decision:
    """Once; who learns more refines it."""
    hypothesis, objections = _tried(standing, "hypothesis_id")
    concluded = hypothesis.verdict is not None
    objections.when(
        concluded, WrongState(f"It is {hypothesis.verdict}: refine it instead.", "hypothesis_id")
    )
    checks.reasoned(objections, said.reason)
    objections.settle()
    return Decision(facts=[events.HypothesisConcluded(**vars(said))], guards=hypothesis.grounds)


def add_experiment(standing: Standing, said: AddExperiment) -> Decision:
    """Variants are held against each other: there are two or more, or none."""
    hypothesis, objections = _tried(standing, "hypothesis_id")
    item = None if said.work_item_id is None else need(standing.work_item, "work_item_id")
    checks.named(objections, said.setup, "setup")
    variants = said.variants or []
    for index, each in enumerate(variants):
        checks.named(objections, each.name, "variants", str(index), "name")
    alone = Invalid("One variant is held against nothing: name two or more.", "variants")
    objections.when(len(variants) == 1, alone)
    many = LimitReached(f"An experiment has at most {VARIANTS} variants.", "variants")
    objections.when(len(variants) > VARIANTS, many)
    objections.settle()
    fact = events.ExperimentAdded(
        experiment_id=standing.new_id(),
        hypothesis_id=hypothesis.id,
        work_item_id=said.work_item_id,
        objective_id=item.objective_id if item else None,
        setup=said.setup,
        variants=[events.TriedVariant(id=standing.new_id(), **vars(each)) for each in variants],
    )
    return Decision(facts=[fact], guards=[*hypothesis.grounds, *(item.grounds if item else [])])


def record_experiment_result(standing: Standing, said: RecordExperimentResult) -> Decision:
    """What did best is one of the variants."""
    experiment = need(standing.experiment, "experiment_id")
    hypothesis, objections = _tried(standing, "experiment_id")
    checks.named(objections, said.result, "result")
    lost = said.winner_id is not None and said.winner_id not in experiment.variants
    objections.when(lost, NotFound(None, "winner_id"))
    measured = [each.variant_id for each in said.results or []]
    checks.known(objections, measured, experiment.variants, "results", of="variant_id")
    objections.settle()
    fact = events.ExperimentResultRecorded(
        experiment_id=experiment.id,
        hypothesis_id=hypothesis.id,
        objective_id=experiment.objective_id,
        result=said.result,
        winner_id=said.winner_id,
        results=[events.VariantResult(**vars(each)) for each in said.results or []],
    )
    return Decision(facts=[fact], guards=[Guard(stream=hypothesis.id)])


def _tried(standing: Standing, path: str) -> tuple[HypothesisNow, Objections]:
    hypothesis = need(standing.hypothesis, path)
    standing.expect(hypothesis.version)
    objections = Objections()
    objections.when(not tries(standing.actor, hypothesis), NotAllowed(NOT_YOURS))
    return hypothesis, objections


def tries(actor: ActorNow, hypothesis: HypothesisNow) -> bool:
    """Have a hand in it: whoever stated it, its team, and who plans."""
    team = hypothesis.owner_team_id
    member = team is not None and authority.belongs(actor, team)
    return actor.id == hypothesis.author_id or member or authority.plans(actor)
