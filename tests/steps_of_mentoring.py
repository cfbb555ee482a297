"""What is said in random histories between mentors and mentees.

Allowed or not is for the rules to say.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from server.okr import deferrals, events, mentoring, mentorships, stories
from server.okr.mentoring import FITS, SETTLED
from server.okr.terms import (
    AttachmentKind,
    Background,
    Behaviour,
    Cadence,
    ChallengeCategory,
    EndCategory,
    EntryKind,
    ShownTo,
)
from tests.chance import Chance, NothingThere, step
from tests.steps import Said

Kind = TypeVar("Kind")
BESIDE: Said = {"mentorship_id": None, "shown_to": ShownTo.AUTHOR}


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


def of_a_pair(chance: Chance) -> list[UUID]:
    """The two of some mentorship; nobody before there is any."""
    over = {each.mentorship_id for each in chance.facts[events.MentorshipEnded]}
    started = chance.facts[events.MentorshipStarted]
    pairs = [each for each in started if each.mentorship_id not in over] or started
    return [who for each in pairs[-1:] for who in (each.mentor_id, each.mentee_id)]


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


@step(mentoring.add_mentoring_entry, 6)
def _(chance: Chance) -> Said:
    often = (EntryKind.STORY, EntryKind.STORY, EntryKind.ACTION, *[EntryKind.REFLECTION] * 3)
    kind = chance.one_of(*EntryKind, *often)
    pair = a_pair(chance)
    asked = chance.facts[events.MentoringEntryAdded]
    asked = [each for each in asked if each.of_person_id == chance.actor]
    requests = [each for each in asked if each.kind is EntryKind.FEEDBACK_REQUEST]
    answers = kind is EntryKind.FEEDBACK and requests and chance.perhaps(0.5)
    over = [each.mentorship_id for each in chance.facts[events.MentorshipEnded]]
    later = kind is EntryKind.OUTCOME and over
    return {
        "mentorship_id": chance.dice.choice(over) if later else pair.mentorship_id,
        "kind": kind,
        "text": chance.text(),
        "shown_to": chance.one_of(*ShownTo) if kind is EntryKind.NOTE else ShownTo.TWO,
        "background": chance.one_of(*Background) if kind is EntryKind.BACKGROUND else None,
        "due_on": chance.maybe(lambda: chance.today) if kind in FITS["due_on"] else None,
        "challenge": chance.one_of(*ChallengeCategory) if kind is EntryKind.CHALLENGE else None,
        "months_after": chance.one_of(6, 12, 24) if kind is EntryKind.OUTCOME else None,
        "answered_entry_id": requests[-1].mentoring_entry_id if answers else None,
        **(reflecting(chance) if kind is EntryKind.REFLECTION else {}),
        **(BESIDE if kind is EntryKind.BACKGROUND else {}),
    }


def reflecting(chance: Chance) -> Said:
    """What a reflection says besides, in a mentorship or beside it."""
    owed = [each.mentoring_entry_id for each in to_be_written(chance)]
    learned = [
        each.attachment_id
        for each in chance.facts[events.AttachmentAdded]
        if each.kind is AttachmentKind.LEARNING
    ]
    return (BESIDE if chance.perhaps(0.3) else {}) | {
        "behaviour": chance.maybe(lambda: chance.one_of(*Behaviour)),
        "attachment_id": learned[-1] if learned and chance.perhaps(0.3) else None,
        "closed_entry_ids": owed[-2:] if chance.perhaps(0.3) else None,
    }


def to_be_written(chance: Chance) -> list[events.MentoringEntryAdded]:
    """Reflections that said when they are due."""
    said: list[events.MentoringEntryAdded] = chance.facts[events.MentoringEntryAdded]
    return [each for each in said if each.kind is EntryKind.REFLECTION and each.due_on]


@step(deferrals.defer_mentoring_entry, 4)
def _(chance: Chance) -> Said:
    return {
        "mentoring_entry_id": mine(chance, to_be_written(chance)).mentoring_entry_id,
        "due_on": chance.today + timedelta(days=chance.dice.randrange(30)),
        "reason": chance.text(),
    }


@step(mentoring.settle_mentoring_entry, 3)
def _(chance: Chance) -> Said:
    waiting = [each for each in chance.facts[events.MentoringEntryAdded] if each.kind in SETTLED]
    entry = mine(chance, waiting)
    return {
        "mentoring_entry_id": entry.mentoring_entry_id,
        "outcome": chance.one_of(*SETTLED[entry.kind]),
        "resolution": chance.text(),
        "lesson": chance.maybe(chance.text),
        "as_example": entry.kind is EntryKind.CHALLENGE and chance.perhaps(0.5),
    }


@step(stories.give_consent, 3)
def _(chance: Chance) -> Said:
    return {"mentoring_entry_id": a_story(chance)}


@step(stories.withdraw_consent, 1)
def _(chance: Chance) -> Said:
    given = chance.facts[events.ConsentGiven]
    return {"mentoring_entry_id": mine(chance, given).mentoring_entry_id}


def a_story(chance: Chance) -> UUID:
    """One that somebody wrote down."""
    told: list[events.MentoringEntryAdded] = chance.facts[events.MentoringEntryAdded]
    story = mine(chance, [each for each in told if each.kind is EntryKind.STORY])
    return story.mentoring_entry_id


def mine(chance: Chance, facts: Sequence[Kind]) -> Kind:
    """A fact of a mentorship, most often of one in which those are who speak."""
    pairs = chance.facts[events.MentorshipStarted]
    ours = {
        each.mentorship_id for each in pairs if chance.actor in (each.mentor_id, each.mentee_id)
    }
    own = [each for each in facts if getattr(each, "mentorship_id", None) in ours]
    if not facts:
        raise NothingThere
    return chance.dice.choice(own or [*facts])
