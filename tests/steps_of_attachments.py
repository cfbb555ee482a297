"""What is said in random histories about what stands outside and belongs to goals.

Allowed or not is for the rules to say.
"""

from server.okr import attachments, events
from server.okr.terms import AttachmentKind
from tests.chance import Chance, step
from tests.steps import Said


@step(attachments.add_attachment)
def _(chance: Chance) -> Said:
    about = {"objective_id": chance.objective()}
    everybody: Said = {"kind": AttachmentKind.LEARNING} if chance.perhaps(0.2) else {}
    named = {} if everybody else chance.one_of(about, {"key_result_id": chance.key_result()})
    return named | {
        "kind": chance.one_of(*AttachmentKind),
        "title": chance.text(),
        "uri": "https://example.org/talk",
        "note": chance.maybe(chance.text),
        **everybody,
    }


@step(attachments.remove_attachment, 1)
def _(chance: Chance) -> Said:
    return {"attachment_id": chance.any(events.AttachmentAdded).attachment_id}
