"""Rules about check-ins: reporting, and what is in the way."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, evidence, terms
from server.okr.blocking import rests_on_health, unblocked
from server.okr.following import reported_by_hand
from server.okr.now import ActorNow, Guard, KeyResultNow
from server.okr.per_person import reports_on_oneself
from server.okr.quantities import in_its_unit, whole
from server.okr.ratios import divided
from server.okr.refusals import (
    ChangedMeanwhile,
    CycleIsClosed,
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
    Refused,
    WrongState,
)
from server.okr.said_now import ObstacleNow
from server.okr.spans import measured_on
from server.okr.standing import Decision, Standing, need
from server.okr.terms import (
    CycleState,
    KeyResultState,
    MetricKind,
    ObjectiveState,
    ObstacleKind,
    Text,
)

OBSTACLES_OF_A_CHECK_IN = 20
CHECK_INS_AT_ONCE = 100


@dataclass(kw_only=True)
class RecordCheckIn(terms.CheckIn):
    """Report where a key result stands; without a value it says that nothing changed."""

    key_result_id: Annotated[UUID, "Which key result."]
    obstacles: Annotated[list[Text] | None, "What is in the way."] = field(default=None)
    help: Annotated[Text | None, "What help is wanted."] = None
    adjustment: Annotated[Text | None, "Which correction of course is proposed."] = None
    evidence: Annotated[list[terms.Evidence] | None, "What the report rests on."] = field(
        default=None
    )
    milestones_done: Annotated[list[UUID] | None, "Milestones that were reached."] = field(
        default=None
    )
    milestones_undone: Annotated[
        list[UUID] | None, "Milestones that turned out not to be reached."
    ] = field(default=None)
    whole: Annotated[
        bool, "The value is that of the whole key result, although the author contributes."
    ] = False
    expected_version: Annotated[
        int | None, "The version of the key result this was decided on; for one item of many."
    ] = None
    occurred_on: Annotated[date | None, "The day it was true; today if left out."] = None
    acknowledges_health: Annotated[
        bool, "You know that a health metric is red, if one is, and report all the same."
    ] = False
    unit: Annotated[
        Text | None, "The unit of the value, for who wants it checked before it is added up."
    ] = None


@dataclass(kw_only=True)
class RecordCheckIns:
    """Report on many key results at once, all or none."""

    check_ins: Annotated[list[RecordCheckIn], "The reports, at most 100."]


@dataclass(kw_only=True)
class AnswerObstacle:
    """Say how something in the way was dealt with."""

    obstacle_id: Annotated[UUID, "Which obstacle."]
    answer: Annotated[Text, "What was done about it."]


def record_check_in(standing: Standing, said: RecordCheckIn) -> Decision:
    """Contributors report their own part, owners and those above them the whole."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    if said.expected_version not in (None, key_result.version):
        raise Refused([ChangedMeanwhile(key_result.version, "expected_version")])
    part = None if said.whole else key_result.contribution_of(standing.actor.id)
    objections = _reportable(key_result)
    if key_result.metric.per_person is not None:
        reports_on_oneself(objections, standing, key_result, whole=said.whole)
    elif part is None and not authority.reports_whole(standing.actor, key_result):
        objections.append(NotAllowed("You cannot report on this key result."))
    _measured(objections, key_result, said, standing.today)
    if _says_how_far(said):
        unblocked(objections, key_result.objective, acknowledged=said.acknowledges_health)
    checks.share(objections, said.confidence, "confidence")
    _on_a_day(objections, standing, said.occurred_on)
    _obstacles(objections, said)
    evidence.presentable(objections, standing, said.evidence)
    objections.settle()
    fact = events.CheckInRecorded(
        check_in_id=standing.new_id(),
        key_result_id=key_result.id,
        contribution_id=part.id if part else None,
        occurred_on=said.occurred_on or standing.today,
        obstacles=[
            terms.Obstacle(id=standing.new_id(), kind=kind, text=text)
            for kind, text in _left_open(said)
        ],
        milestones_done=said.milestones_done or [],
        milestones_undone=said.milestones_undone or [],
        evidence=evidence.filed(standing, said.evidence),
        acknowledges_health=said.acknowledges_health,
        **terms.changes(terms.CheckIn, said),
    )
    return _decision(key_result, fact, *rests_on_health(key_result.objective))


def record_check_ins(standing: Standing, said: RecordCheckIns) -> Decision:
    """The weekly round: each item is decided as if it came alone; all are written or none."""
    objections = Objections()
    objections.when(
        standing.expected_version is not None,
        Invalid("Each item has a version of its own.", "command", "expected_version"),
    )
    objections.when(not said.check_ins, Invalid("There is nothing to report.", "check_ins"))
    objections.when(
        len(said.check_ins) > CHECK_INS_AT_ONCE,
        LimitReached(f"At most {CHECK_INS_AT_ONCE} check-ins at once.", "check_ins"),
    )
    objections.settle()
    whole = Decision(facts=[])
    for index, (item, each) in enumerate(zip(standing.items, said.check_ins, strict=True)):
        try:
            decision = record_check_in(item, each)
        except Refused as refused:
            for reason in refused.reasons:
                reason.path = ["check_ins", str(index), *reason.path]
                objections.append(reason)
        else:
            whole.facts += decision.facts
            whole.guards += decision.guards
    objections.settle()
    return whole


def answer_obstacle(standing: Standing, said: AnswerObstacle) -> Decision:
    """Whoever works on the key result clears what is in its way; anybody may help."""
    obstacle = need(standing.obstacle, "obstacle_id")
    key_result = need(standing.key_result, "obstacle_id")
    standing.expect(key_result.version)
    objections = Objections()
    objections.when(
        not _answers(standing.actor, key_result, obstacle),
        NotAllowed("You have no part in this key result."),
    )
    closed = key_result.objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, "obstacle_id"))
    objections.when(
        not obstacle.open, WrongState("The obstacle was answered already.", "obstacle_id")
    )
    checks.named(objections, said.answer, "answer")
    objections.settle()
    fact = events.ObstacleAnswered(
        obstacle_id=obstacle.id, key_result_id=key_result.id, answer=said.answer
    )
    return _decision(
        key_result, fact, Guard(stream=key_result.id, kinds=(events.ObstacleAnswered,))
    )


def _reportable(key_result: KeyResultNow) -> Objections:
    objections = Objections()
    objective, path = key_result.objective, "key_result_id"
    cycle = objective.cycle.state
    objections.when(cycle is CycleState.CLOSED, CycleIsClosed(None, path))
    objections.when(
        cycle is CycleState.PLANNING, WrongState("The cycle has not started yet.", path)
    )
    if cycle is CycleState.CLOSED:
        return objections
    objections.when(
        objective.state is not ObjectiveState.ACTIVE,
        WrongState(f"The objective is {objective.state}.", path),
    )
    objections.when(
        key_result.state is KeyResultState.WITHDRAWN,
        WrongState("The key result is WITHDRAWN.", path),
    )
    return objections


def _says_how_far(said: RecordCheckIn) -> bool:
    numbers = (said.value, said.numerator, said.denominator)
    return any(each is not None for each in numbers) or bool(said.milestones_done)


def _measured(
    objections: Objections, key_result: KeyResultNow, said: RecordCheckIn, today: date
) -> None:
    measurable(objections, key_result, said.value)
    reported_by_hand(objections, key_result, said.value, said.numerator, said.denominator)
    in_its_unit(objections, key_result.metric, said.unit)
    divided(objections, key_result.metric, said)
    if _says_how_far(said):
        measured_on(objections, key_result.metric, said.occurred_on or today)
    done, undone = said.milestones_done or [], said.milestones_undone or []
    for name, ids in (("milestones_done", done), ("milestones_undone", undone)):
        checks.known(objections, ids, key_result.milestones, name)
    objections.when(
        set(done) & set(undone),
        Invalid("A milestone is done or not, not both.", "milestones_undone"),
    )


def measurable(objections: Objections, key_result: KeyResultNow, value: Decimal | None) -> None:
    """What can be reported follows from how the key result is measured."""
    kind = key_result.metric.kind
    objections.when(
        kind is MetricKind.MILESTONES and value is not None,
        Invalid("This key result is measured by its milestones.", "value"),
    )
    objections.when(
        kind is MetricKind.COMPOUND and value is not None,
        Invalid("Its parts are reported, not the whole: report on a part.", "value"),
    )
    whole(objections, key_result.metric, value, "value")
    objections.when(
        kind in (MetricKind.DONE, MetricKind.BY_DATE) and value not in (None, 0, 1),
        Invalid("Done is reported as 1, not done as 0.", "value"),
    )


def _on_a_day(objections: Objections, standing: Standing, day: date | None) -> None:
    objections.when(
        day is not None and day > standing.today,
        Invalid("What has not happened yet cannot be reported.", "occurred_on"),
    )


def _obstacles(objections: Objections, said: RecordCheckIn) -> None:
    for index, text in enumerate(said.obstacles or []):
        checks.named(objections, text, "obstacles", str(index))
    for name, wanted in (("help", said.help), ("adjustment", said.adjustment)):
        checks.noted(objections, wanted, name)
    objections.when(
        len(said.obstacles or []) > OBSTACLES_OF_A_CHECK_IN,
        LimitReached(f"At most {OBSTACLES_OF_A_CHECK_IN} obstacles at once.", "obstacles"),
    )


def _left_open(said: RecordCheckIn) -> list[tuple[ObstacleKind, str]]:
    """All that the report leaves to be answered."""
    found = [(ObstacleKind.OBSTACLE, text) for text in said.obstacles or []]
    found += [(ObstacleKind.HELP, said.help)] if said.help else []
    return found + ([(ObstacleKind.ADJUSTMENT, said.adjustment)] if said.adjustment else [])


def _answers(actor: ActorNow, key_result: KeyResultNow, obstacle: ObstacleNow) -> bool:
    """Help may come from everybody who sees the key result."""
    return obstacle.kind is ObstacleKind.HELP or authority.works_on(actor, key_result)


def _decision(key_result: KeyResultNow, fact: events.Fact, *guards: Guard) -> Decision:
    return Decision(facts=[fact], guards=[*key_result.grounds, *guards])
