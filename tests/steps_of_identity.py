"""What is said in random histories about how people show who they are.

Allowed or not is for the rules to say.
"""

from server.okr import events, identities
from tests.chance import Chance, step
from tests.steps import Said


@step(identities.link_identity, 2)
def _(chance: Chance) -> Said:
    return {
        "person_id": chance.person(),
        "issuer": chance.one_of("https://one.example.org", "https://two.example.org/o"),
        "subject": f"{chance.text()[:9]}{chance.dice.randrange(9)}",
    }


@step(identities.unlink_identity, 1)
def _(chance: Chance) -> Said:
    return {"identity_id": chance.any(events.IdentityLinked).identity_id}
