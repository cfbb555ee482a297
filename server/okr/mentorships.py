"""Rules about mentorships: who pairs with whom, for what, and how that ends."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.mentorships_now import MentorshipNow
from server.okr.now import Guard, PersonNow
from server.okr.refusals import AlreadyExists, Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ABSENT, MentorshipState, Text, changing

ONLY_THE_TWO = "Mentor and mentee agree on it themselves: be one of the two."


@dataclass(kw_only=True)
class StartMentorship(terms.Mentorship):
    """Begin to work together, one as the mentor of the other; nobody else sees any of it."""

    mentor_id: Annotated[UUID, "Who helps."]
    mentee_id: Annotated[UUID, "Who wants to get somewhere."]
    starts_on: Annotated[date | None, "The first day; today if left out."] = None
    follows_mentorship_id: Annotated[
        UUID | None,
        "For another try: the mentee's mentorship that ended. Its goals move along, what was said "
        "in it stays with the two who said it.",
    ] = None


@dataclass(kw_only=True)
@changing(terms.Mentorship)
class EditMentorship:
    """Change what the two agreed on: each says their own part of it."""

    mentorship_id: Annotated[UUID, "Which mentorship."]


@dataclass(kw_only=True)
class EndMentorship:
    """End a mentorship, saying openly why."""

    mentorship_id: Annotated[UUID, "Which mentorship."]
    category: Annotated[terms.EndCategory, "What kind of reason."]
    reason: Annotated[Text, "Why it ends."]
    ended_on: Annotated[date | None, "The last day; today if left out."] = None


def start_mentorship(standing: Standing, said: StartMentorship) -> Decision:
    """One of the two begins it; of the same two there is one at a time."""
    if said.follows_mentorship_id is not None:
        need(standing.followed_mentorship, "follows_mentorship_id")
    mentor, mentee = need(standing.mentor, "mentor_id"), need(standing.mentee, "mentee_id")
    objections = Objections()
    checks.unversioned(objections, standing)
    alone = mentor.id == mentee.id
    objections.when(alone, Invalid("It takes two: name somebody else.", "mentor_id"))
    one_of_them = standing.actor.id in (mentor.id, mentee.id)
    objections.when(not one_of_them, NotAllowed(ONLY_THE_TWO))
    for name, person in (("mentor_id", mentor), ("mentee_id", mentee)):
        _takes_part(objections, person, name)
    objections.when(
        standing.paired_already, AlreadyExists("The two have one that is not over.", "mentee_id")
    )
    starts_on = said.starts_on or standing.today
    _lasting(objections, starts_on, said.ends_on)
    _stated(objections, terms.changes(terms.Mentorship, said))
    followed = _followed(objections, standing, said)
    objections.settle()
    fact = events.MentorshipStarted(
        mentorship_id=standing.new_id(),
        mentor_id=mentor.id,
        mentee_id=mentee.id,
        starts_on=starts_on,
        follows_mentorship_id=said.follows_mentorship_id,
        **terms.changes(terms.Mentorship, said),
    )
    paired = Guard(kinds=(events.MentorshipStarted,))
    return Decision(facts=[fact], guards=[mentor.remains, mentee.remains, paired, *followed])


def edit_mentorship(standing: Standing, said: EditMentorship) -> Decision:
    """The aim is the mentee's to say, the support the mentor's; the rest either's."""
    mentorship, objections = going_on(standing)
    changes = terms.changes(terms.Mentorship, said)
    objections.when(not changes, Invalid("There is nothing to change."))
    own = {"mentee_aim": mentorship.mentee_id, "mentor_support": mentorship.mentor_id}
    for name, whose in own.items():
        others = name in changes and standing.actor.id != whose
        objections.when(others, NotAllowed("This is for the other one to say.", name))
    unsaid = "review_cadence" in changes and changes["review_cadence"] is None
    objections.when(unsaid, Invalid("Say OTHER for no rhythm.", "review_cadence"))
    _lasting(objections, mentorship.starts_on, changes.get("ends_on"))
    _stated(objections, changes)
    objections.settle()
    fact = events.MentorshipEdited(mentorship_id=mentorship.id, changes=changes)
    return Decision(facts=[fact], guards=mentorship.grounds)


def end_mentorship(standing: Standing, said: EndMentorship) -> Decision:
    """Either ends it and says why; what was said in it stays with the two."""
    mentorship, objections = going_on(standing)
    checks.reasoned(objections, said.reason)
    ended_on = said.ended_on or standing.today
    objections.when(
        not mentorship.starts_on <= ended_on <= max(standing.today, mentorship.starts_on),
        Invalid(f"A day from {mentorship.starts_on} until today.", "ended_on"),
    )
    objections.settle()
    fact = events.MentorshipEnded(
        mentorship_id=mentorship.id, ended_on=ended_on, category=said.category, reason=said.reason
    )
    return Decision(facts=[fact], guards=mentorship.grounds)


def going_on(standing: Standing) -> tuple[MentorshipNow, Objections]:
    """The mentorship that is meant, as long as it is not over."""
    mentorship = need(standing.mentorship, "mentorship_id")
    standing.expect(mentorship.version)
    objections = Objections()
    over = mentorship.state is MentorshipState.ENDED
    objections.when(over, WrongState("The mentorship is ENDED.", "mentorship_id"))
    return mentorship, objections


def _takes_part(objections: Objections, person: PersonNow, path: str) -> None:
    checks.present(objections, person, path)
    objections.when(person.is_program, Invalid("People are mentors, programs are not.", path))


def _lasting(objections: Objections, starts_on: date, ends_on: date | None) -> None:
    before = ends_on is not None and ends_on < starts_on
    objections.when(before, Invalid(f"{starts_on} or later.", "ends_on"))


def _stated(objections: Objections, changes: dict[str, object]) -> None:
    for name in ("mentee_aim", "mentor_support"):
        text = changes.get(name)
        checks.named(objections, text if isinstance(text, str) else ABSENT, name)


def _followed(objections: Objections, standing: Standing, said: StartMentorship) -> list[Guard]:
    """Another try is the mentee's to make, once the first has ended."""
    if said.follows_mentorship_id is None:
        return []
    followed = need(standing.followed_mentorship, "follows_mentorship_id")
    others = not (followed.mentee_id == said.mentee_id == standing.actor.id)
    objections.when(others, NotAllowed("It is the mentee who takes their goals along."))
    on = followed.state is not MentorshipState.ENDED
    objections.when(on, WrongState("End it first, and say why.", "follows_mentorship_id"))
    objections.when(
        standing.followed_already,
        AlreadyExists("Another one follows it already.", "follows_mentorship_id"),
    )
    return followed.grounds
