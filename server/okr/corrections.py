"""Rules about corrections: a report is put right or taken back, and stays readable."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.check_ins import measurable
from server.okr.following import BY_THE_KPI
from server.okr.now import CheckInNow, Guard, KeyResultNow
from server.okr.ratios import divided, restated
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.spans import measured_on
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ABSENT, Absent, Text

AMENDED = (events.CheckInCorrected, events.CheckInRetracted)


@dataclass(kw_only=True)
class CorrectCheckIn:
    """Put a report right; the first version stays readable."""

    check_in_id: Annotated[UUID, "Which report."]
    reason: Annotated[Text, "What was wrong."]
    value: Annotated[Decimal | None | Absent, "The right value."] = ABSENT
    numerator: Annotated[Decimal | None | Absent, "How much was counted, rightly."] = ABSENT
    denominator: Annotated[Decimal | None | Absent, "Of how much, rightly."] = ABSENT
    confidence: Annotated[Decimal | None | Absent, "The right confidence."] = ABSENT
    note: Annotated[Text | None | Absent, "The right words."] = ABSENT


@dataclass(kw_only=True)
class RetractCheckIn:
    """Take a report back; it stays readable and no longer counts."""

    check_in_id: Annotated[UUID, "Which report."]
    reason: Annotated[Text, "Why it is taken back."]


def correct_check_in(standing: Standing, said: CorrectCheckIn) -> Decision:
    """It takes the place of what it corrects, its day included; it may come after the end."""
    check_in, key_result, objections = _earlier(standing, said.reason)
    checks.share(objections, said.confidence, "confidence")
    if said.value is not ABSENT:
        measurable(objections, key_result, said.value)
    after = restated(check_in, said)
    divided(objections, key_result.metric, after)
    emptied = check_in.value is not None and after.value is None and after.numerator is None
    objections.when(emptied, Invalid("To take a value back, retract the check-in.", "value"))
    if not _measures(check_in) and _measures(after):
        _in_its_days(objections, key_result, check_in.occurred_on)
    objections.settle()
    fact = events.CheckInCorrected(
        check_in_id=standing.new_id(),
        key_result_id=key_result.id,
        corrects_id=check_in.id,
        reason=said.reason,
        **vars(after),
    )
    return _amended(key_result, fact)


def retract_check_in(standing: Standing, said: RetractCheckIn) -> Decision:
    """The report before it counts again."""
    check_in, key_result, objections = _earlier(standing, said.reason)
    objections.settle()
    fact = events.CheckInRetracted(
        check_in_id=check_in.id, key_result_id=key_result.id, reason=said.reason
    )
    return _amended(key_result, fact)


def _earlier(standing: Standing, reason: str) -> tuple[CheckInNow, KeyResultNow, Objections]:
    check_in = need(standing.check_in, "check_in_id")
    key_result = need(standing.key_result, "check_in_id")
    standing.expect(key_result.version)
    objections = Objections()
    own = check_in.author_id == standing.actor.id
    objections.when(
        not own and not authority.reports_whole(standing.actor, key_result),
        NotAllowed("Only its author and those who report the whole key result may."),
    )
    objections.when(
        check_in.corrected,
        WrongState("It was corrected already: correct the later one.", "check_in_id"),
    )
    objections.when(check_in.retracted, WrongState("It was retracted already.", "check_in_id"))
    objections.when(check_in.kpi_value_id is not None, WrongState(BY_THE_KPI, "check_in_id"))
    checks.reasoned(objections, reason)
    return check_in, key_result, objections


def _measures(said: terms.CheckIn) -> bool:
    return said.value is not None or said.numerator is not None


def _in_its_days(objections: Objections, key_result: KeyResultNow, day: date) -> None:
    """What said nothing of where it stands takes a value where a report of that day would."""
    found = Objections()
    measured_on(found, key_result.metric, day)
    objections += [type(each)(each.message, "check_in_id") for each in found]


def _amended(key_result: KeyResultNow, fact: events.Fact) -> Decision:
    amended = Guard(stream=key_result.id, kinds=AMENDED)
    return Decision(facts=[fact], guards=[*key_result.grounds, amended])
