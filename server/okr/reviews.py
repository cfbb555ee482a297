"""Rules about reviews: what each kind asks for, and what it may decide."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    LimitReached,
    NotAllowed,
    NotFound,
    Objections,
    WrongState,
)
from server.okr.review_decisions import DecisionInput, decided_on
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, Question, ReviewKind, Text

LOOKING_BACK = (Question.LEARNED, Question.WENT_WELL, Question.CAN_IMPROVE)
IN_SEQUENCE = (Question.CHUNKS, Question.DIRECTION, Question.FIRST)
ASKED = {ReviewKind.RETROSPECTIVE: LOOKING_BACK, ReviewKind.SEQUENCE: IN_SEQUENCE}
ABOUT = ("objective_id", "key_result_id", "team_id", "cycle_id")
SUBJECTS = {ReviewKind.TEAM: ("team_id", "cycle_id"), ReviewKind.SEQUENCE: ("objective_id",)}
MOST = {"participant_ids": 100, "answers": 50, "decisions": 100, "follow_ups": 50}
NOT_YOURS = "Only people who have a hand in it may record its review."


@dataclass(kw_only=True)
class FollowUpInput(terms.FollowUp):
    """Something to come back to."""

    for_cycle_id: Annotated[UUID | None, "The cycle it waits for; every later one if left out."] = (
        None
    )


@dataclass(kw_only=True)
class RecordReview:
    """Record what people answered and decided together."""

    kind: Annotated[terms.ReviewKind, "What they sat together for."]
    objective_id: Annotated[UUID | None, "The objective it was about."] = None
    key_result_id: Annotated[UUID | None, "The key result it was about."] = None
    team_id: Annotated[UUID | None, "The team it was about."] = None
    cycle_id: Annotated[UUID | None, "The cycle it was about, alone or beside a team."] = None
    held_on: Annotated[date | None, "The day it was held; today if left out."] = None
    note: Annotated[Text | None, "What else was said."] = None
    participant_ids: Annotated[list[UUID] | None, "The people who took part."] = field(default=None)
    answers: Annotated[list[terms.Answer] | None, "What was answered."] = field(default=None)
    decisions: Annotated[list[DecisionInput] | None, "What was decided."] = field(default=None)
    follow_ups: Annotated[list[FollowUpInput] | None, "What to come back to."] = field(default=None)


def record_review(standing: Standing, said: RecordReview) -> Decision:
    """Each kind asks its questions; a mid-term review decides; a trade-off says for what."""
    objections = Objections()
    checks.unversioned(objections, standing)
    _subject(objections, standing, said)
    _participants(objections, standing, said)
    _answers(objections, said)
    _follow_ups(objections, standing, said)
    decided = _decided(objections, standing, said)
    future = said.held_on is not None and said.held_on > standing.today
    objections.when(future, Invalid("A review is recorded once it was held.", "held_on"))
    for name, most in MOST.items():
        many = len(getattr(said, name) or []) > most
        objections.when(many, LimitReached(f"At most {most} at once.", name))
    objections.settle()
    fact = events.ReviewRecorded(
        review_id=standing.new_id(),
        kind=said.kind,
        held_on=said.held_on or standing.today,
        note=said.note,
        participant_ids=said.participant_ids or [],
        answers=[
            events.GivenAnswer(id=standing.new_id(), **vars(each)) for each in said.answers or []
        ],
        decisions=[
            events.TakenDecision(id=standing.new_id(), **vars(each))
            for each in said.decisions or []
        ],
        follow_ups=[
            events.NotedFollowUp(id=standing.new_id(), **vars(each))
            for each in said.follow_ups or []
        ],
        **{name: getattr(said, name) for name in ABOUT},
    )
    return Decision(facts=[fact], guards=[*_grounds(standing, said), *decided])


def _subject(objections: Objections, standing: Standing, said: RecordReview) -> None:
    stated = [name for name in ABOUT if getattr(said, name) is not None]
    for name in stated:
        need(getattr(standing, name.removesuffix("_id")), name)
    fitting = SUBJECTS.get(said.kind, ABOUT)
    objections.when(
        len(stated) != 1 and stated != ["team_id", "cycle_id"],
        Invalid("A review is about one thing; beside a team it may name a cycle.", "kind"),
    )
    for name in stated:
        objections.when(name not in fitting, Invalid(f"A {said.kind} review has no such.", name))
    objections.when(
        said.kind is ReviewKind.TEAM and said.team_id is None,
        Invalid("A TEAM review names its team.", "team_id"),
    )
    objections.when(stated and not _may(standing, said), NotAllowed(NOT_YOURS))
    ahead = said.kind is ReviewKind.RETROSPECTIVE and _planning(standing)
    objections.when(
        ahead, WrongState("There is nothing to look back at: the cycle has not started.", "kind")
    )


def _planning(standing: Standing) -> bool:
    """Whether what it is about has not begun."""
    objective = standing.key_result.objective if standing.key_result else standing.objective
    cycle = objective.cycle if objective else standing.cycle
    return cycle is not None and cycle.state is CycleState.PLANNING


def _may(standing: Standing, said: RecordReview) -> bool:
    actor = standing.actor
    if authority.plans(actor):
        return True
    if said.key_result_id is not None and standing.key_result is not None:
        return authority.works_on(actor, standing.key_result)
    if said.objective_id is not None and standing.objective is not None:
        return authority.works_for(actor, standing.objective)
    if said.team_id is not None:
        return authority.belongs(actor, said.team_id)
    return authority.reviews(actor)


def _participants(objections: Objections, standing: Standing, said: RecordReview) -> None:
    known = {each.id for each in standing.people}
    for index, person in enumerate(said.participant_ids or []):
        objections.when(person not in known, NotFound(None, "participant_ids", str(index)))


def _answers(objections: Objections, said: RecordReview) -> None:
    answers = said.answers or []
    for index, each in enumerate(answers):
        place = ("answers", str(index))
        checks.named(objections, each.text, *place, "text")
        if each.question is Question.OTHER:
            checks.named(objections, each.asked, *place, "asked")
    answered = {each.question for each in answers}
    for question in ASKED.get(said.kind, ()):
        objections.when(
            question not in answered,
            Invalid(f"A {said.kind} review answers {question}: {question.meaning}", "answers"),
        )


def _follow_ups(objections: Objections, standing: Standing, said: RecordReview) -> None:
    cycles = {each.id: each for each in standing.later_cycles}
    for index, each in enumerate(said.follow_ups or []):
        place = ("follow_ups", str(index))
        checks.named(objections, each.text, *place, "text")
        if each.for_cycle_id is None:
            continue
        cycle = cycles.get(each.for_cycle_id)
        objections.when(cycle is None, NotFound(None, *place, "for_cycle_id"))
        closed = cycle is not None and cycle.state is CycleState.CLOSED
        objections.when(closed, CycleIsClosed(None, *place, "for_cycle_id"))


def _decided(objections: Objections, standing: Standing, said: RecordReview) -> list[Guard]:
    """Note what is wrong with the decisions; answers what they rest on."""
    objections.when(
        said.kind is ReviewKind.MID_TERM and not said.decisions,
        Invalid("A MID_TERM review decides: KEEP, ADJUST, TRADE_OFF or STOP.", "decisions"),
    )
    about = [(each.objective_id, each.key_result_id) for each in said.decisions or []]
    for index, each in enumerate(about):
        twice = any(each) and each in about[:index]
        objections.when(
            twice, Invalid("It is decided on already in this review.", "decisions", str(index))
        )
    return [
        guard
        for index, each in enumerate(said.decisions or [])
        for guard in decided_on(objections, standing, each, "decisions", str(index))
    ]


def _grounds(standing: Standing, said: RecordReview) -> list[Guard]:
    noun = standing.objective if said.key_result_id is None else standing.key_result
    return noun.grounds if noun is not None else []
