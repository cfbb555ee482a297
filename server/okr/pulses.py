"""Rules about pulses: opened, answered without a name or to one person, and added up at the end."""

from dataclasses import dataclass, field
from typing import Annotated, Any
from uuid import UUID, uuid5

from server.okr import authority, checks, events, terms
from server.okr.now import ActorNow, Guard
from server.okr.policies import LEAST
from server.okr.pulses_now import Ballot, PulseNow
from server.okr.refusals import (
    AlreadyExists,
    CycleIsClosed,
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, PulseState, Question, Text

SCALE = range(1, 6)
SCALED = (Question.ENGAGEMENT, Question.SATISFACTION, Question.TRUST, Question.SAFETY)
IN_WORDS = (Question.LEARNED, Question.WENT_WELL, Question.CAN_IMPROVE, Question.FEEDBACK)
UNSAID: dict[str, Any] = {"unsaid": True}
"""Of what is neither looked up nor compared: no trace of it leads back to whoever said it."""


@dataclass(kw_only=True)
class PulseAnswerInput:
    """What somebody answers to one question."""

    question: Annotated[Question, "Which one."]
    score: Annotated[int | None, "From 1, not at all, to 5, entirely; where that is asked."] = None
    text: Annotated[Text | None, "In words; where these are asked for."] = None


@dataclass(kw_only=True)
class OpenPulse(terms.Pulse):
    """Ask the people of a team, or everybody, something in a cycle."""

    cycle_id: Annotated[UUID, "The cycle in which they are asked."]
    team_id: Annotated[UUID | None, "The team, with those below it; everybody if left out."] = None
    questions: Annotated[list[Question], "What they are asked."]


@dataclass(kw_only=True)
class AnswerPulse:
    """Answer once, without one's name; or in one's own name to who opened the pulse."""

    pulse_id: Annotated[UUID, "Which pulse."]
    named: Annotated[
        bool,
        "Whether this is told, with one's name, to who opened the pulse, and to nobody else; "
        "otherwise it is only ever told with what others say.",
    ] = False
    answers: Annotated[list[PulseAnswerInput], "What one has to say."] = field(metadata=UNSAID)


@dataclass(kw_only=True)
class ClosePulse:
    """Take no more answers, add up those there are, and forget each of them."""

    pulse_id: Annotated[UUID, "Which pulse."]


def open_pulse(standing: Standing, said: OpenPulse) -> Decision:
    """The same people are asked the same once at a time, so that no two results tell of few."""
    checks.unversioned(objections := Objections(), standing)
    cycle = need(standing.cycle, "cycle_id")
    if said.team_id is not None:
        need(standing.team, "team_id")
    objections.when(not _holds(standing.actor, said.team_id), NotAllowed(None))
    objections.when(cycle.state is CycleState.CLOSED, CycleIsClosed(None, "cycle_id"))
    ahead = cycle.starts_on > standing.today
    objections.when(ahead, WrongState(f"It begins on {cycle.starts_on}.", "cycle_id"))
    _asked(objections, standing, said.questions)
    checks.noted(objections, said.title, "title")
    objections.settle()
    fact = events.PulseOpened(
        pulse_id=standing.new_id(),
        title=said.title,
        cycle_id=cycle.id,
        team_id=said.team_id,
        questions=said.questions,
        answers_least=max(LEAST["people_least"], cycle.policy.people_least),
    )
    guards = [
        Guard(kinds=(events.PulseOpened,)),
        Guard(stream=cycle.id, kinds=(events.CycleClosed,)),
    ]
    return Decision(facts=[fact], guards=guards)


def answer_pulse(standing: Standing, said: AnswerPulse) -> Decision:
    """That somebody answered is a fact; what they answered without their name is in none."""
    checks.unversioned(objections := Objections(), standing)
    pulse, me = need(standing.pulse, "pulse_id"), standing.actor.id
    objections.when(not pulse.asks_me, NotAllowed("Others are asked this."))
    _open(objections, pulse)
    objections.when(pulse.answered, AlreadyExists("You have answered it.", "pulse_id"))
    _once(objections, pulse, named=said.named)
    _fitting(objections, pulse, said)
    objections.settle()
    told = [
        terms.Answer(question=each.question, text=each.text or str(each.score))
        for each in said.answers
    ]
    fact = events.PulseAnswered(
        pulse_answer_id=uuid5(pulse.id, str(me)),
        pulse_id=pulse.id,
        named=said.named,
        holder_id=pulse.author_id if said.named else None,
        answers=told if said.named else [],
    )
    guards = [
        Guard(stream=pulse.id, kinds=(events.PulseClosed,)),
        Guard(stream=fact.pulse_answer_id),
        Guard(kinds=(events.PulseAnswered,)),
    ]
    ballot = None if said.named else (pulse.id, _ballot(said))
    return Decision(facts=[fact], guards=guards, ballot=ballot)


def close_pulse(standing: Standing, said: ClosePulse) -> Decision:
    """Of fewer answers than was promised nothing is kept."""
    pulse, objections = need(standing.pulse, "pulse_id"), Objections()
    standing.expect(pulse.version)
    may = _holds(standing.actor, pulse.team_id) or standing.actor.id == pulse.author_id
    objections.when(not may, NotAllowed(None))
    _open(objections, pulse)
    objections.settle()
    ballots = standing.ballots
    told = ballots if len(ballots) >= pulse.answers_least else []
    fact = events.PulseClosed(
        pulse_id=pulse.id,
        answered=len(ballots),
        tallies=_tallied(pulse, told),
        remarks=_remarks(pulse, told),
    )
    guards = [Guard(stream=pulse.id), Guard(kinds=(events.PulseAnswered,))]
    return Decision(facts=[fact], guards=guards)


def _holds(actor: ActorNow, team_id: UUID | None) -> bool:
    """Plan cycles, or manage the team that is asked."""
    return authority.plans(actor) or (team_id is not None and authority.leads(actor, team_id))


def _open(objections: Objections, pulse: PulseNow) -> None:
    closed = pulse.state is PulseState.CLOSED
    objections.when(closed, WrongState("It is CLOSED.", "pulse_id"))


def _asked(objections: Objections, standing: Standing, questions: list[Question]) -> None:
    objections.when(not questions, Invalid("Ask something.", "questions"))
    for index, each in enumerate(questions):
        place = ("questions", str(index))
        fits = each in (*SCALED, *IN_WORDS)
        objections.when(not fits, Invalid(f"A pulse does not ask {each}.", *place))
        objections.when(each in questions[:index], Invalid("It stands here twice.", *place))
        known = each in standing.asked_beside
        told = f"Some of the same people are asked {each} now, in this cycle, or in one beside it."
        objections.when(known, AlreadyExists(told, *place))


def _once(objections: Objections, pulse: PulseNow, *, named: bool) -> None:
    """Nobody counts in two results of one time, or these could be taken from each other."""
    for question in SCALED:
        counted = question in pulse.questions and question in pulse.beside
        told = f"You answered {question} to another pulse of this time, without your name."
        objections.when(counted and not named, AlreadyExists(told, "pulse_id"))


def _fitting(objections: Objections, pulse: PulseNow, said: AnswerPulse) -> None:
    """Each question once; where a name is left out all that are asked from 1 to 5."""
    given = [each.question for each in said.answers]
    objections.when(not given, Invalid("Answer something.", "answers"))
    most = len(pulse.questions)
    objections.when(len(given) > most, LimitReached(f"At most {most} answers.", "answers"))
    for index, each in enumerate(said.answers):
        place = ("answers", str(index))
        known = each.question in pulse.questions and each.question not in given[:index]
        objections.when(not known, Invalid("This is not asked, or twice.", *place, "question"))
        if each.question in SCALED:
            objections.when(each.score not in SCALE, Invalid("From 1 to 5.", *place, "score"))
            objections.when(each.text is not None, Invalid("It takes a score.", *place, "text"))
        else:
            checks.named(objections, each.text or "", *place, "text")
            objections.when(each.score is not None, Invalid("It takes words.", *place, "score"))
    for question in SCALED:
        silent = question in pulse.questions and question not in given and not said.named
        told = f"Answer {question} too: of fewer people it would tell more."
        objections.when(silent, Invalid(told, "answers"))


def _ballot(said: AnswerPulse) -> Ballot:
    return Ballot(
        scores={each.question: each.score for each in said.answers if each.score is not None},
        # Blanks around it would stand first in the order of its letters, and say whose it is.
        words={each.question: each.text.strip() for each in said.answers if each.text is not None},
    )


def _tallied(pulse: PulseNow, ballots: list[Ballot]) -> list[events.PulseTally]:
    """Of each question that is asked; nothing where the answers are not known."""
    scores = {
        each: [ballot.scores[each] for ballot in ballots if each in ballot.scores]
        for each in SCALED
        if each in pulse.questions
    }
    return [
        events.PulseTally(question=each, answers=len(given), total=sum(given))
        for each, given in scores.items()
        if given
    ]


def _remarks(pulse: PulseNow, ballots: list[Ballot]) -> list[events.PulseRemark]:
    """By their letters alone: what stands beside what says nothing of who wrote it."""
    return [
        events.PulseRemark(question=each, words=words)
        for each in IN_WORDS
        if each in pulse.questions
        for words in sorted(ballot.words[each] for ballot in ballots if each in ballot.words)
    ]
