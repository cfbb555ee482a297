"""What is said in random histories about words that are to be gone.

Allowed or not is for the rules to say.
"""

from uuid import UUID

from server.okr import events, exports, holds, redactions, restores, score_exports, verifications
from server.okr.terms import ExportFormat, ScorePurpose
from tests.chance import Chance, NothingThere, step
from tests.steps import Said


@step(redactions.redact_event, 3)
def _(chance: Chance) -> Said:
    return {"event_id": event(chance), "fields": None, "reason": chance.text()}


@step(redactions.forget_person, 1)
def _(chance: Chance) -> Said:
    return {
        "person_id": chance.any(events.PersonDeactivated).person_id,
        "reason": chance.text(),
    }


@step(holds.place_legal_hold, 1)
def _(chance: Chance) -> Said:
    return {"reason": chance.text()}


@step(holds.release_legal_hold, 2)
def _(chance: Chance) -> Said:
    return {"reason": chance.text()}


def event(chance: Chance) -> UUID:
    """Any fact so far."""
    if not chance.happened:
        raise NothingThere
    return chance.dice.choice(chance.happened)


@step(exports.export_log, 1)
def _(chance: Chance) -> Said:
    first = chance.dice.randint(1, 9)
    return {
        "first_position": first,
        "last_position": first + chance.dice.randint(0, 99),
        "format": chance.one_of(*ExportFormat),
        "sha256": f"{chance.dice.getrandbits(256):064x}",
        "complete": chance.perhaps(0.8),
    }


@step(restores.restore_log, 1)
def _(chance: Chance) -> Said:
    last = chance.dice.randint(1, 99)
    return {
        "epoch": chance.dice.randint(2, 9),
        "last_position": last,
        "signed_position": chance.maybe(lambda: last + chance.dice.randint(0, 9)),
        "shared_position": chance.maybe(lambda: last),
        "reason": chance.text(),
    }


@step(verifications.report_verification, 1)
def _(chance: Chance) -> Said:
    return {
        "last_position": chance.dice.randint(1, 9),
        "chain": f"{chance.dice.getrandbits(256):064x}",
        "fault": chance.text() if chance.perhaps(0.3) else None,
    }


@step(score_exports.export_scores, 1)
def _(chance: Chance) -> Said:
    return {
        "person_id": chance.any(events.PersonAdded).person_id,
        "cycle_id": chance.any(events.CycleOpened).cycle_id,
        "purpose": chance.one_of(*ScorePurpose),
        "reason": chance.text(),
    }
