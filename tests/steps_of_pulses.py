"""What is said in random histories when people are asked something, and answer without names."""

from server.okr import events, pulses
from server.okr.pulses import IN_WORDS, SCALED, PulseAnswerInput
from server.okr.terms import Question
from tests.chance import Chance, NothingThere, step
from tests.steps import Said


@step(pulses.open_pulse, 3)
def _(chance: Chance) -> Said:
    asked = {each for pulse in going_on(chance) for each in pulse.questions}
    free = [each for each in (*SCALED, *IN_WORDS) if each not in asked]
    begun = [each for each in chance.facts[events.CycleOpened] if each.starts_on <= chance.today]
    if not free or not begun:
        raise NothingThere
    return {
        "cycle_id": chance.dice.choice(begun).cycle_id,
        "team_id": chance.maybe(lambda: chance.any(events.TeamAdded).team_id, 0.3),
        "title": chance.maybe(chance.text),
        "questions": [chance.dice.choice(free)],
    }


@step(pulses.answer_pulse, 6)
def _(chance: Chance) -> Said:
    pulse = a_pulse(chance)
    return {
        "pulse_id": pulse.pulse_id,
        "named": chance.perhaps(0.3),
        "answers": [answer(chance, each) for each in pulse.questions],
    }


@step(pulses.close_pulse, 1)
def _(chance: Chance) -> Said:
    return {"pulse_id": a_pulse(chance).pulse_id}


def answer(chance: Chance, question: Question) -> PulseAnswerInput:
    if question in SCALED:
        return PulseAnswerInput(question=question, score=chance.dice.randint(1, 5))
    return PulseAnswerInput(question=question, text=chance.text())


def going_on(chance: Chance) -> list[events.PulseOpened]:
    """Pulses that take answers."""
    over = {each.pulse_id for each in chance.facts[events.PulseClosed]}
    return [each for each in chance.facts[events.PulseOpened] if each.pulse_id not in over]


def a_pulse(chance: Chance) -> events.PulseOpened:
    """A pulse, most often one that takes answers, and the one that asks most people."""
    there = going_on(chance)
    everybody = [each for each in there if each.team_id is None] or there
    return chance.dice.choice(everybody) if there else chance.any(events.PulseOpened)
