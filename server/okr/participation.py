"""What has to be said about how a team takes part in working with objectives."""

from datetime import date

from server.okr import checks
from server.okr.refusals import Invalid, Objections
from server.okr.terms import ABSENT, Absent, Participation, Text


def taking_part(
    objections: Objections,
    participation: Participation | None | Absent,
    reason: Text | None | Absent,
    wave: int | None | Absent,
) -> None:
    """Whoever opts out says why; waves are counted from 1."""
    if participation is Participation.OPTED_OUT:
        checks.reasoned(objections, None if reason is ABSENT else reason, "participation_reason")
    early = wave is not ABSENT and wave is not None and wave < 1
    objections.when(early, Invalid("At least one.", "wave"))


def between_days(objections: Objections, first: date | None, last: date | None) -> None:
    """What begins does not end before."""
    objections.when(
        first is not None and last is not None and first > last,
        Invalid("It ends before it begins.", "participates_until"),
    )
