"""What is said in random histories about how people show who they are.

Allowed or not is for the rules to say.
"""

from datetime import timedelta

from server.okr import api_keys, events, identities
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


@step(api_keys.create_api_key, 2)
def _(chance: Chance) -> Said:
    programs = [each for each in chance.facts[events.PersonAdded] if each.is_program]
    return {
        "person_id": chance.dice.choice(programs).person_id if programs else chance.person(),
        "name": chance.text(),
        "expires_on": chance.today + timedelta(days=chance.dice.randint(0, 400)),
        "digest": f"{chance.dice.getrandbits(256):064x}",
    }


@step(api_keys.revoke_api_key, 1)
def _(chance: Chance) -> Said:
    return {"api_key_id": chance.any(events.ApiKeyCreated).api_key_id}
