"""What a random history draws from: the facts so far, and dice."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from server.commands import Rule
from server.okr import events
from server.okr.events import Fact
from server.okr.metrics import READ, THRESHOLDS, MetricInput, MilestoneInput
from server.okr.targets import relative
from server.okr.terms import ABSENT, Combine, MetricKind, Permission, Quantity, Reading

Kind = TypeVar("Kind", bound=Fact)
Thing = TypeVar("Thing")

ENDINGS = (
    events.CycleClosed,
    events.ObjectiveClosed,
    events.ObjectiveWithdrawn,
    events.KeyResultWithdrawn,
)
OFTEN = (
    *[MetricKind.INCREASE] * 5,
    *[MetricKind.DECREASE] * 2,
    *[MetricKind.MILESTONES] * 2,
)
WEIGHTS = ("0", "0.1", "0.5", "1", "1", "2", "0.333333333333", "40")


class NothingThere(Exception):
    """Nothing of this kind has happened yet."""


@dataclass(kw_only=True)
class Chance:
    """Dice, and what has happened in an organization so far."""

    dice: Random
    today: date
    actor: UUID | None = None
    of_each: float = 0.2
    facts: dict[type[Fact], list[Any]] = field(default_factory=lambda: defaultdict(list))
    administrators: set[UUID] = field(default_factory=set)
    redactors: set[UUID] = field(default_factory=set)
    happened: list[UUID] = field(default_factory=list)
    said: dict[type[Fact], dict[UUID, UUID | None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _over: set[UUID] = field(default_factory=set)
    _within: dict[UUID, UUID] = field(default_factory=dict)

    def remember(self, fact: Fact, by: UUID | None = None) -> None:
        self.facts[type(fact)].append(fact)
        if isinstance(fact, events.PermissionGranted | events.PermissionRevoked):
            have = {Permission.ADMINISTER: self.administrators, Permission.REDACT: self.redactors}
            granted = isinstance(fact, events.PermissionGranted)
            those = have.get(fact.permission, set())
            (those.add if granted else those.discard)(fact.person_id)
        elif isinstance(fact, events.PersonDeactivated):
            self.administrators.discard(fact.person_id)
            self.redactors.discard(fact.person_id)
        elif isinstance(fact, events.CommentAdded | events.RecognitionAdded):
            self.said[type(fact)][getattr(fact, fact.stream)] = by
        elif isinstance(fact, events.CommentWithdrawn | events.RecognitionWithdrawn):
            for said in self.said.values():
                said.pop(getattr(fact, fact.stream), None)
        elif isinstance(fact, events.ObjectiveCreated):
            self._within[fact.objective_id] = fact.cycle_id
        elif isinstance(fact, events.KeyResultAdded):
            self._within[fact.key_result_id] = fact.objective_id
        elif type(fact) in ENDINGS:
            self._over.add(getattr(fact, fact.stream))

    def any(self, kind: type[Kind], *others: type[Fact]) -> Kind:
        """Something that happened, most often about what is still going on."""
        kinds: list[type[Fact]] = [kind, *others]
        happened = [fact for each in kinds for fact in self.facts[each]]
        going_on = [fact for fact in happened if not self._is_over(fact)]
        if not happened:
            raise NothingThere
        usual: list[Kind] = going_on if going_on and self.perhaps(0.97) else happened
        return usual[-1] if self.perhaps(0.2) else self.dice.choice(usual)

    def _is_over(self, fact: Fact) -> bool:
        for name in ("key_result_id", "objective_id", "cycle_id"):
            noun = getattr(fact, name, None)
            while noun is not None:
                if noun in self._over:
                    return True
                noun = self._within.get(noun)
        return False

    def perhaps(self, share: float) -> bool:
        return self.dice.random() < share

    def one_of(self, *things: Thing) -> Thing:
        return self.dice.choice(things)

    def maybe(self, draw: Callable[[], Thing], share: float = 0.5) -> Thing | None:
        return draw() if self.perhaps(share) else None

    def change(self, draw: Callable[[], Thing], share: float = 0.4) -> Any:
        """A new value, or nothing said about it."""
        return draw() if self.perhaps(share) else ABSENT

    def text(self) -> str:
        return self.one_of(
            "Grow", "Ünïcode “quoted” 🦊", "two\nlines", "x" * 200, "it's; --"
        ) + str(self.dice.randrange(1000))

    def number(self, low: int = -20, high: int = 150) -> Decimal:
        """Whole or broken, up to twelve places."""
        places = self.one_of(0, 0, 0, 1, 3, 12)
        return Decimal(self.dice.randrange(low * 10**places, high * 10**places)).scaleb(-places)

    def share(self) -> Decimal:
        return Decimal(self.dice.randrange(101)) / 100

    def weight(self) -> Decimal:
        return Decimal(self.one_of(*WEIGHTS))

    def day(self) -> date:
        """Today or some day before."""
        return self.today - timedelta(days=self.one_of(0, 0, 0, 1, 2, 3, 10))

    def person(self) -> UUID:
        return self.any(events.PersonAdded).person_id

    def objective(self) -> UUID:
        return self.any(events.ObjectiveCreated).objective_id

    def key_result(self) -> UUID:
        return self.any(events.KeyResultAdded).key_result_id

    def metric(self, known: list[UUID]) -> MetricInput:
        """A metric that is whole; ``known`` milestones may stay."""
        metric = self._measured(known)
        readings = [each for each, kinds in READ.items() if metric.kind in kinds]
        metric.reading = self.one_of(Reading.LATEST, Reading.LATEST, *readings)
        if metric.kind is not MetricKind.BY_DATE and self.perhaps(0.3):
            metric.quantity = self.one_of(Quantity.RATIO, Quantity.PERCENT)
            metric.numerator = self.maybe(self.text)
        if self.perhaps(0.2 if self.awaited() else 0.6):
            self._window(metric)
        if metric.kind in THRESHOLDS and metric.reading is not Reading.TIME_IN_BOUNDS:
            metric.per = self.maybe(lambda: self.one_of("P5D", "P1W", "P1M", "P2M", "P3Y"), 0.4)
        return metric

    def awaited(self) -> list[events.KeyResultAdded]:
        """Key results that go on and were said to wait for an event."""
        added = self.facts[events.KeyResultAdded]
        return [each for each in added if each.metric.opens_with and not self._is_over(each)]

    def unknown(self) -> list[events.KeyResultAdded]:
        """Key results that go on and of whose baseline nothing is known."""
        established = {each.key_result_id for each in self.facts[events.BaselineEstablished]}
        return [
            each
            for each in self.facts[events.KeyResultAdded]
            if relative(each.metric) and each.metric.baseline is None
            if each.key_result_id not in established and not self._is_over(each)
        ]

    def _window(self, metric: MetricInput) -> None:
        """From some day on, or from an event on that may still be waited for."""
        metric.opens_with = self.maybe(self.text, 0.7)
        if metric.opens_with is None or self.perhaps(0.2):
            metric.opens_on = self.day()
        metric.open_for_days = self.maybe(lambda: self.one_of(5, 30))

    def _measured(self, known: list[UUID]) -> MetricInput:
        kind = self.one_of(*MetricKind, *OFTEN)
        low = self.number(-10, 20)
        high = low + abs(self.number(1, 60)) + 1
        if kind is MetricKind.MILESTONES:
            return MetricInput(kind=kind, milestones=self._milestones(known))
        if kind is MetricKind.COMPOUND:
            return MetricInput(kind=kind, combine=self.one_of(*Combine))
        if kind in (MetricKind.DONE, MetricKind.BY_DATE):
            return MetricInput(kind=kind, by=None if kind is MetricKind.DONE else self.day())
        if kind is MetricKind.WITHIN:
            baseline = self.maybe(self.number)
            return MetricInput(
                kind=kind, lower=low, upper=high, baseline=baseline, strict=self.perhaps(0.3)
            )
        if kind in (MetricKind.INCREASE, MetricKind.DECREASE):
            return self._linear(kind, low, high)
        baseline = self.maybe(lambda: self.one_of(low, self.number()))
        return MetricInput(kind=kind, target=low, baseline=baseline, strict=self.perhaps(0.3))

    def _linear(self, kind: MetricKind, low: Decimal, high: Decimal) -> MetricInput:
        """From here to there, or by so much from where it started, which may not be known yet."""
        if self.perhaps(0.3 if self.unknown() else 0.6):
            baseline = self.maybe(lambda: self.number(1, 90))
            by = abs(self.number(1, 60)) + 1
            if self.perhaps(0.5):
                return MetricInput(kind=kind, baseline=baseline, change_percent=by)
            return MetricInput(kind=kind, baseline=baseline, change_by=by)
        if kind is MetricKind.DECREASE:
            low, high = high, low
        return MetricInput(kind=kind, baseline=low, target=high)

    def _milestones(self, known: list[UUID]) -> list[MilestoneInput]:
        kept = self.dice.sample(known, self.dice.randint(0, len(known)))
        ids = [*kept, *[None] * self.dice.randint(1, 3)]
        weights = [Decimal(1), *(self.weight() for _ in ids[1:])]
        return [
            MilestoneInput(id=each, title=self.text(), weight=weight)
            for each, weight in zip(ids, weights, strict=True)
        ]


Draw = Callable[[Chance], dict[str, Any]]
STEPS: dict[Rule, Draw] = {}
HOW_OFTEN: dict[Rule, int] = {}


def step(rule: Rule, how_often: int = 2) -> Callable[[Draw], Draw]:
    """Let a rule have its part in random histories: what is said is drawn by the function."""

    def register(draw: Draw) -> Draw:
        STEPS[rule] = draw
        HOW_OFTEN[rule] = how_often
        return draw

    return register
