"""What is said in random histories about what people ask of each other.

Allowed or not is for the rules to say.
"""

from uuid import UUID

from server.okr import events, requests
from tests.chance import Chance, step
from tests.steps import Said

ASKED = (events.ContributionRequested, events.HelpRequested)

ANSWERED = (events.RequestAccepted, events.RequestDeclined, events.RequestWithdrawn)


@step(requests.request_contribution, 4)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "target": chance.number(1, 50),
        "text": chance.text(),
    }


@step(requests.request_help, 4)
def _(chance: Chance) -> Said:
    measured = chance.perhaps(0.5)
    return {
        "key_result_id": chance.key_result() if measured else None,
        "objective_id": None if measured else chance.objective(),
        "of_person_id": chance.maybe(chance.person, 0.3),
        "text": chance.text(),
    }


@step(requests.offer_help, 3)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance), "text": chance.text()}


@step(requests.accept_request, 3)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance), "answer": chance.maybe(chance.text)}


@step(requests.decline_request)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance), "reason": chance.text()}


@step(requests.withdraw_request)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance)}


def asked(chance: Chance) -> UUID:
    """Something that somebody asked for, most often not answered yet."""
    answered = {fact.request_id for kind in ANSWERED for fact in chance.facts[kind]}
    asked: list[UUID] = [fact.request_id for kind in ASKED for fact in chance.facts[kind]]
    waiting = [each for each in asked if each not in answered]
    if waiting and chance.perhaps(0.9):
        return chance.dice.choice(waiting)
    return chance.any(*ASKED).request_id
