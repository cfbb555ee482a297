"""What is said in random histories between mentors and mentees.

Allowed or not is for the rules to say.
"""

from datetime import timedelta

from server.okr import events, mentorships
from server.okr.terms import Cadence, EndCategory
from tests.chance import Chance, step
from tests.steps import Said


@step(mentorships.start_mentorship, 3)
def _(chance: Chance) -> Said:
    two = [chance.actor if chance.perhaps(0.8) else chance.person(), chance.person()]
    chance.dice.shuffle(two)
    before = chance.facts[events.MentorshipEnded]
    follows = chance.dice.choice(before).mentorship_id if before and chance.perhaps(0.5) else None
    return {
        "mentor_id": two[0],
        "mentee_id": two[1],
        "mentee_aim": chance.maybe(chance.text),
        "mentor_support": chance.maybe(chance.text),
        "starts_on": chance.maybe(chance.day),
        "ends_on": chance.maybe(lambda: chance.today + timedelta(days=90)),
        "review_cadence": chance.one_of(*Cadence),
        "follows_mentorship_id": follows,
    }


@step(mentorships.edit_mentorship, 2)
def _(chance: Chance) -> Said:
    mine = {"mentor_id": "mentor_support", "mentee_id": "mentee_aim"}
    pair = a_pair(chance)
    own = [text for who, text in mine.items() if getattr(pair, who) == chance.actor]
    return {
        "mentorship_id": pair.mentorship_id,
        "review_cadence": chance.change(lambda: chance.one_of(*Cadence)),
        **{name: chance.change(chance.text) for name in own},
    }


@step(mentorships.end_mentorship, 1)
def _(chance: Chance) -> Said:
    return {
        "mentorship_id": a_pair(chance).mentorship_id,
        "category": chance.one_of(*EndCategory),
        "reason": chance.text(),
        "ended_on": chance.maybe(lambda: chance.today),
    }


def a_pair(chance: Chance) -> events.MentorshipStarted:
    """A mentorship, most often one of those that speak and one that is not over."""
    over = {each.mentorship_id for each in chance.facts[events.MentorshipEnded]}
    started = chance.facts[events.MentorshipStarted]
    mine = [
        each
        for each in started
        if chance.actor in (each.mentor_id, each.mentee_id) and each.mentorship_id not in over
    ]
    return chance.dice.choice(mine) if mine else chance.any(events.MentorshipStarted)
