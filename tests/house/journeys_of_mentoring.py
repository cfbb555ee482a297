"""How mentorships begin, and how what is said in them and beside them is said."""

from server.okr import terms
from tests.house.beside import of_a_pair, of_a_pair_that_ended, paired
from tests.house.journey import Journey

OF_MENTORING = [
    Journey(
        noun=terms.Mentorship,
        mutation="startMentorship",
        shows="mentorship",
        table="mentorships",
        beside=paired,
    ),
    Journey(
        noun=terms.MentoringEntry,
        mutation="addMentoringEntry",
        shows="mentoringEntry",
        table="mentoring_entries",
        beside=of_a_pair,
        stated={"kind": "NOTE", "shown_to": "AUTHOR"},
        without=("due_on", "challenge", "months_after", "behaviour", "background"),
    ),
    Journey(
        noun=terms.MentoringEntry,
        mutation="addMentoringEntry",
        shows="mentoringEntry",
        table="mentoring_entries",
        beside=of_a_pair,
        stated={"kind": "ACTION", "shown_to": "TWO"},
        without=("challenge", "months_after", "behaviour", "background"),
    ),
    Journey(
        noun=terms.MentoringEntry,
        mutation="addMentoringEntry",
        shows="mentoringEntry",
        table="mentoring_entries",
        beside=of_a_pair,
        stated={"kind": "CHALLENGE", "shown_to": "TWO"},
        without=("due_on", "months_after", "behaviour", "background"),
    ),
    Journey(
        noun=terms.MentoringEntry,
        mutation="addMentoringEntry",
        shows="mentoringEntry",
        table="mentoring_entries",
        beside=of_a_pair_that_ended,
        stated={"kind": "OUTCOME", "shown_to": "TWO", "months_after": 6},
        without=("due_on", "challenge", "behaviour", "background"),
    ),
    Journey(
        noun=terms.MentoringEntry,
        mutation="addMentoringEntry",
        shows="mentoringEntry",
        table="mentoring_entries",
        beside=of_a_pair,
        stated={"kind": "REFLECTION", "shown_to": "AUTHOR"},
        without=("challenge", "months_after", "background"),
    ),
    Journey(
        noun=terms.MentoringEntry,
        mutation="addMentoringEntry",
        shows="mentoringEntry",
        table="mentoring_entries",
        stated={"kind": "BACKGROUND", "shown_to": "AUTHOR"},
        without=("due_on", "challenge", "months_after", "behaviour"),
    ),
]
