"""Rules about reviews: what each kind asks for, and what it may decide."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, review_subjects, terms
from server.okr.now import Guard
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    LimitReached,
    NotFound,
    Objections,
)
from server.okr.review_decisions import DecisionInput, decided_on, of_work
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, Question, ReviewKind, Text, WorkKind

LOOKING_BACK = (Question.LEARNED, Question.WENT_WELL, Question.CAN_IMPROVE)
IN_SEQUENCE = (Question.CHUNKS, Question.DIRECTION, Question.FIRST)
OF_CHARTER = (
    Question.OUTCOMES,
    Question.MEASURING,
    Question.KPIS,
    Question.COMMUNICATION,
    Question.MONITORING,
    Question.RESOURCES,
    Question.INTEGRATION,
    Question.RISKS,
)
ASKED = {
    ReviewKind.RETROSPECTIVE: LOOKING_BACK,
    ReviewKind.SEQUENCE: IN_SEQUENCE,
    ReviewKind.SPRINT: (Question.OUTCOME,),
    ReviewKind.CHARTER: OF_CHARTER,
}
MOST = {"participant_ids": 100, "sprint_ids": 50, "answers": 50, "decisions": 100, "follow_ups": 50}


@dataclass(kw_only=True)
class AnswerInput(terms.Answer):
    """What was answered to a question, and by whom."""

    by_person_id: Annotated[
        UUID | None, "Who answered, of those who took part; all if left out."
    ] = None


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
    work_item_id: Annotated[UUID | None, "The sprint or the milestone it was about."] = None
    meeting_id: Annotated[UUID | None, "The meeting in which that was."] = None
    held_on: Annotated[date | None, "The day it was held; today if left out."] = None
    on_pace: Annotated[bool | None, "For MILESTONE: whether it will be reached in time."] = None
    sprint_ids: Annotated[
        list[UUID] | None, "For MILESTONE: the sprints looked at; those that feed it if left out."
    ] = field(default=None)
    note: Annotated[Text | None, "What else was said."] = None
    participant_ids: Annotated[list[UUID] | None, "The people who took part."] = field(default=None)
    answers: Annotated[list[AnswerInput] | None, "What was answered."] = field(default=None)
    decisions: Annotated[list[DecisionInput] | None, "What was decided."] = field(default=None)
    follow_ups: Annotated[list[FollowUpInput] | None, "What to come back to."] = field(default=None)


def record_review(standing: Standing, said: RecordReview) -> Decision:
    """Each kind asks its questions; a mid-term review decides; a trade-off says for what."""
    objections = Objections()
    checks.unversioned(objections, standing)
    review_subjects.subject(objections, standing, said)
    if said.meeting_id is not None:
        need(standing.meeting, "meeting_id")
    _participants(objections, standing, said)
    _of_milestone(objections, standing, said)
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
        on_pace=said.on_pace,
        sprint_ids=said.sprint_ids or [],
        meeting_id=said.meeting_id,
        of_objective_id=standing.work_item.objective_id if standing.work_item else None,
        participant_ids=said.participant_ids or [],
        answers=[
            events.GivenAnswer(id=standing.new_id(), **vars(each)) for each in said.answers or []
        ],
        decisions=[
            events.TakenDecision(
                id=standing.new_id(), of_objective_id=of_work(standing, each), **vars(each)
            )
            for each in said.decisions or []
        ],
        follow_ups=[
            events.NotedFollowUp(id=standing.new_id(), **vars(each))
            for each in said.follow_ups or []
        ],
        **{name: getattr(said, name) for name in review_subjects.ABOUT},
    )
    return Decision(facts=[fact], guards=[*review_subjects.grounds(standing, said), *decided])


def _participants(objections: Objections, standing: Standing, said: RecordReview) -> None:
    people = {each.id for each in standing.people}
    checks.known(objections, said.participant_ids, people, "participant_ids")


def _of_milestone(objections: Objections, standing: Standing, said: RecordReview) -> None:
    milestone = said.kind is ReviewKind.MILESTONE
    silent = milestone and said.on_pace is None
    objections.when(silent, Invalid("A MILESTONE review says whether it is on pace.", "on_pace"))
    for name in ("on_pace", "sprint_ids"):
        odd = not milestone and getattr(said, name) is not None
        objections.when(odd, Invalid(f"A {said.kind} review has no such.", name))
    sprints = {each.id for each in standing.work_items if each.kind is WorkKind.SPRINT}
    checks.known(objections, said.sprint_ids, sprints, "sprint_ids")


def _answers(objections: Objections, said: RecordReview) -> None:
    answers = said.answers or []
    there = said.participant_ids or []
    for index, each in enumerate(answers):
        place = ("answers", str(index))
        absent = each.by_person_id is not None and each.by_person_id not in there
        objections.when(absent, NotFound(None, *place, "by_person_id"))
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
    about = [
        (each.objective_id, each.key_result_id, each.work_item_id) for each in said.decisions or []
    ]
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
