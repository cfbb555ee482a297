"""Rules about what mentor and mentee note, ask, answer and worry about, and who sees it."""

from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from server.okr import backgrounds, checks, events, reflections, terms
from server.okr.authority import plans
from server.okr.mentoring_now import MentoringEntryNow
from server.okr.mentorships_now import MentorshipNow
from server.okr.now import Guard
from server.okr.refusals import AlreadyExists, Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import EntryKind, EntryOutcome, MentorshipState, ShownTo, Text

MONTHS_AFTER = (6, 12, 24)
ABOUT_WORK = (EntryKind.FEEDBACK, EntryKind.FEEDBACK_REQUEST)
FOR_SOMEBODY = (*ABOUT_WORK, EntryKind.ACTION, EntryKind.CONCERN)
MAY_BE_FOR = (*FOR_SOMEBODY, EntryKind.REFLECTION)
BESIDE = (EntryKind.REFLECTION, EntryKind.BACKGROUND)
ALONE = (EntryKind.NOTE, *BESIDE)
AFTERWARDS = (
    *(EntryKind.OUTCOME, EntryKind.STORY, EntryKind.FEEDBACK, EntryKind.CONCERN),
    EntryKind.REFLECTION,
)
FITS = {
    "due_on": (EntryKind.ACTION, EntryKind.REFLECTION),
    "challenge": (EntryKind.CHALLENGE,),
    "months_after": (EntryKind.OUTCOME,),
    "behaviour": (EntryKind.REFLECTION,),
    "background": (EntryKind.BACKGROUND,),
    "attachment_id": (EntryKind.REFLECTION,),
    "closed_entry_ids": (EntryKind.REFLECTION,),
}
SETTLED = {
    EntryKind.ACTION: (EntryOutcome.KEPT, EntryOutcome.NOT_KEPT),
    EntryKind.CONCERN: (EntryOutcome.RESOLVED, EntryOutcome.UNRESOLVED),
    EntryKind.CHALLENGE: (EntryOutcome.RESOLVED, EntryOutcome.UNRESOLVED),
    EntryKind.BACKGROUND: (EntryOutcome.WITHDRAWN,),
}


@dataclass(kw_only=True)
class AddMentoringEntry(terms.MentoringEntry):
    """Note, ask, answer, worry or reflect, for whom it is meant and nobody else."""

    mentorship_id: Annotated[
        UUID | None, "The mentorship; feedback and reflections may do without."
    ] = None
    meeting_id: Annotated[UUID | None, "The meeting of the two in which it came up."] = None
    key_result_id: Annotated[UUID | None, "The key result that it is about."] = None
    of_person_id: Annotated[UUID | None, "Whom it is for; of a pair the other one."] = None
    answered_entry_id: Annotated[UUID | None, "The request for feedback that it answers."] = None
    attachment_id: Annotated[
        UUID | None, "For a REFLECTION: what was learned from, an attachment of kind LEARNING."
    ] = None
    closed_entry_ids: Annotated[
        list[UUID] | None, "For a REFLECTION: those still to be written that it says all of."
    ] = field(default=None)


@dataclass(kw_only=True)
class SettleMentoringEntry:
    """Say whether what was taken on was kept, or how a concern or a challenge ended."""

    mentoring_entry_id: Annotated[UUID, "Which entry."]
    outcome: Annotated[EntryOutcome, "What became of it."]
    resolution: Annotated[Text | None, "How; asked for where it was resolved."] = None
    lesson: Annotated[Text | None, "What others may learn from it."] = None
    as_example: Annotated[
        bool, "Whether everybody may read resolution and lesson; nothing tells whose they are."
    ] = False


def add_mentoring_entry(standing: Standing, said: AddMentoringEntry) -> Decision:
    """One of the two says it, of what goes on; feedback on a key result whoever sees it."""
    checks.unversioned(objections := Objections(), standing)
    mentorship = _within(objections, standing, said)
    whom = _for_whom(objections, standing, said, mentorship)
    checks.named(objections, said.text, "text")
    _fitting(objections, said)
    _answering(objections, standing, said)
    _shown(objections, said)
    backgrounds.of_oneself(objections, said)
    _to_two(objections, standing, said, whom)
    reflections.looked_at(objections, standing, said)
    closed, replaced = reflections.closed(objections, standing, said)
    objections.settle()
    fact = events.MentoringEntryAdded(
        mentoring_entry_id=standing.new_id(),
        mentorship_id=mentorship.id if mentorship else None,
        of_person_id=whom,
        answered_entry_id=said.answered_entry_id,
        meeting_id=said.meeting_id,
        key_result_id=said.key_result_id,
        attachment_id=said.attachment_id,
        closed_entry_ids=closed,
        **terms.changes(terms.MentoringEntry, said),
    )
    answered = [Guard(stream=said.answered_entry_id)] if said.answered_entry_id else []
    grounds = mentorship.grounds if mentorship else []
    return Decision(facts=[fact], guards=[*grounds, *answered, *replaced])


def settle_mentoring_entry(standing: Standing, said: SettleMentoringEntry) -> Decision:
    """What was taken on is kept or not; a concern is settled by whom it was told."""
    entry, objections = found(standing)
    fitting = SETTLED.get(entry.kind, ())
    objections.when(
        not fitting, WrongState(f"A {entry.kind} is not settled.", "mentoring_entry_id")
    )
    told = f"Of this say {' or '.join(fitting)}."
    objections.when(fitting and said.outcome not in fitting, Invalid(told, "outcome"))
    objections.when(entry.outcome, WrongState(f"It is {entry.outcome}.", "mentoring_entry_id"))
    if said.outcome is EntryOutcome.RESOLVED:
        checks.reasoned(objections, said.resolution, "resolution")
    private = said.as_example and entry.kind is not EntryKind.CHALLENGE
    objections.when(private, Invalid("Only of a challenge others may read.", "as_example"))
    objections.settle()
    fact = events.MentoringEntrySettled(**vars(said))
    return Decision(facts=[fact], guards=entry.grounds)


def found(standing: Standing) -> tuple[MentoringEntryNow, Objections]:
    """The entry that is meant, for those who are in on it."""
    entry = need(standing.mentoring_entry, "mentoring_entry_id")
    standing.expect(entry.version)
    objections = Objections()
    pair = standing.mentorship.pair if standing.mentorship else ()
    told = standing.actor.id in (entry.author_id, entry.of_person_id, *pair)
    objections.when(not told, NotAllowed("It is for those to say who are in on it."))
    return entry, objections


def _within(
    objections: Objections, standing: Standing, said: AddMentoringEntry
) -> MentorshipNow | None:
    if said.key_result_id is not None:
        need(standing.key_result, "key_result_id")
    meeting = need(standing.meeting, "meeting_id") if said.meeting_id else None
    if said.mentorship_id is None:
        on_work = said.kind in ABOUT_WORK and said.key_result_id is not None
        told = "Name the mentorship, or the key result that feedback is about."
        alone = (on_work or said.kind in BESIDE) and said.meeting_id is None
        objections.when(not alone, Invalid(told, "mentorship_id"))
        return None
    mentorship = need(standing.mentorship, "mentorship_id")
    elsewhere = meeting is not None and meeting.mentorship_id != mentorship.id
    objections.when(elsewhere, Invalid("A meeting of the same two.", "meeting_id"))
    over = mentorship.state is MentorshipState.ENDED
    late = over and said.kind not in AFTERWARDS
    objections.when(late, WrongState("The mentorship is ENDED.", "mentorship_id"))
    early = not over and said.kind is EntryKind.OUTCOME
    objections.when(early, WrongState("It goes on: outcomes come later.", "mentorship_id"))
    return mentorship


def _for_whom(
    objections: Objections,
    standing: Standing,
    said: AddMentoringEntry,
    mentorship: MentorshipNow | None,
) -> UUID | None:
    """The other one unless somebody is named; a concern may go to who looks after mentoring."""
    answered = standing.answered_entry
    if said.of_person_id is None:
        if answered is not None:
            return answered.author_id
        if mentorship is None or said.kind not in FOR_SOMEBODY:
            missing = said.kind in FOR_SOMEBODY
            objections.when(missing, Invalid("Say whom it is for.", "of_person_id"))
            return None
        mine = said.kind is EntryKind.ACTION
        return next(each for each in mentorship.pair if (each == standing.actor.id) is mine)
    person = need(standing.of_person, "of_person_id")
    checks.present(objections, person, "of_person_id")
    needless = said.kind not in MAY_BE_FOR
    objections.when(needless, Invalid(f"A {said.kind} is for nobody alone.", "of_person_id"))
    if mentorship is not None and person.id not in mentorship.pair:
        leads = said.kind is EntryKind.CONCERN and plans(person)
        told = "For one of the two; a concern also for people with MANAGE or ADMINISTER."
        objections.when(not leads, Invalid(told, "of_person_id"))
    unseen = said.key_result_id is not None and not standing.of_person_sees
    told = "This person takes no part in it, and cannot see it."
    objections.when(unseen, WrongState(told, "of_person_id"))
    return person.id


def _fitting(objections: Objections, said: AddMentoringEntry) -> None:
    """What is said of one kind alone is said of that, and said there."""
    for name, kinds in FITS.items():
        stray = getattr(said, name) is not None and said.kind not in kinds
        objections.when(stray, Invalid(f"Only of a {' or '.join(kinds)}.", name))
    unkind = said.kind is EntryKind.CHALLENGE and said.challenge is None
    objections.when(unkind, Invalid("Say of what kind it is.", "challenge"))
    unclear = said.kind is EntryKind.OUTCOME and said.months_after not in MONTHS_AFTER
    objections.when(unclear, Invalid("6, 12 or 24 months after the end.", "months_after"))


def _answering(objections: Objections, standing: Standing, said: AddMentoringEntry) -> None:
    if said.answered_entry_id is None:
        return
    asked = need(standing.answered_entry, "answered_entry_id")
    other = asked.kind is not EntryKind.FEEDBACK_REQUEST or said.kind is not EntryKind.FEEDBACK
    told = "Feedback answers a request for feedback, and nothing else."
    objections.when(other, Invalid(told, "answered_entry_id"))
    unasked = asked.of_person_id != standing.actor.id
    objections.when(unasked, NotAllowed("It was asked of somebody else."))
    objections.when(asked.answered, AlreadyExists("It was answered.", "answered_entry_id"))


def _to_two(
    objections: Objections, standing: Standing, said: AddMentoringEntry, whom: UUID | None
) -> None:
    """Where no mentorship says who the two are, there is somebody else whom it is for."""
    shared = said.mentorship_id is None and said.shown_to is ShownTo.TWO
    unnamed = whom is None and said.kind is EntryKind.REFLECTION
    told = "Say whom it is for, or AUTHOR to keep it to yourself."
    nobody = unnamed or whom == standing.actor.id
    objections.when(shared and nobody, Invalid(told, "shown_to"))


def _shown(objections: Objections, said: AddMentoringEntry) -> None:
    open_ = said.shown_to is ShownTo.ORGANIZATION
    on_work = said.kind is EntryKind.FEEDBACK and said.key_result_id is not None
    told = "Only feedback on a key result; a STORY is for all once both agreed."
    objections.when(open_ and not on_work, Invalid(told, "shown_to"))
    alone = said.shown_to is ShownTo.AUTHOR and said.kind not in ALONE
    objections.when(alone, Invalid(f"Only a {' or '.join(ALONE)} is for oneself.", "shown_to"))
