"""What is said in random histories about where the organization wants to go.

Allowed or not is for the rules to say.
"""

from datetime import date

from server.okr import aspirations, events
from server.okr.terms import AspirationKind
from tests.chance import Chance, step
from tests.steps import Said


@step(aspirations.add_aspiration, 1)
def _(chance: Chance) -> Said:
    return {
        "kind": chance.one_of(*AspirationKind),
        "title": chance.text(),
        "description": chance.maybe(chance.text),
        "starts_on": chance.maybe(lambda: date(2026, 1, 1)),
        "ends_on": chance.maybe(lambda: date(2029, 12, 31)),
    }


@step(aspirations.edit_aspiration, 1)
def _(chance: Chance) -> Said:
    return {
        "aspiration_id": chance.any(events.AspirationAdded).aspiration_id,
        "title": chance.change(chance.text),
        "description": chance.change(lambda: chance.maybe(chance.text)),
        "reason": chance.text(),
    }
