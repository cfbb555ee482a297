"""Who signs in these tests, and histories with something in them."""

import asyncpg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.audit.export import lines
from server.audit.issuing import Issuer
from server.audit.notes import Signer
from server.commands import Handler
from server.database import Database
from server.queries import query
from tests.audit.verifiers import Signed
from tests.samples import Organization

History = list[str]
LAST, REPORT = 11, 9
"""The history: a report at position 9 is the last of epoch 1, two people come in epoch 2."""


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer(name="okrlog.example", key=Ed25519PrivateKey.generate())


@pytest.fixture(scope="session")
def issuer(database: Database, signer: Signer) -> Issuer:
    return Issuer(database=database, signer=signer)


@pytest.fixture(scope="module")
async def told_by_server(
    handler: Handler, database: Database, issuer: Issuer, owner: asyncpg.Connection
) -> tuple[History, Signed]:
    """A history with words in two epochs, signed three times."""
    organization = await Organization.begin(handler)
    notes = [await issuer.note(organization.id)]
    await organization.check_in(await organization.key_result(), 12, note="As planned.\u2028Yes.")
    notes.append(await issuer.note(organization.id))
    proof = await issuer.inclusion(organization.id, REPORT)
    await owner.fetch(query("begin_epoch"), "Tried out.", organization.id, 1, None)
    for name in ("Ann", "Bea"):
        await organization.person(name)
    notes.append(await issuer.note(organization.id))
    signed = Signed(key=issuer.signer.verifier, checkpoints=notes, proofs=[proof])
    return [line async for line in lines(database, organization.id)], signed


@pytest.fixture(scope="module")
def history(told_by_server: tuple[History, Signed]) -> History:
    return told_by_server[0]


@pytest.fixture(scope="module")
def signed(told_by_server: tuple[History, Signed]) -> Signed:
    return told_by_server[1]


@pytest.fixture(scope="module")
async def foreign(handler: Handler, database: Database) -> History:
    """The history of somebody else."""
    organization = await Organization.begin(handler)
    await organization.check_in(await organization.key_result(), 12, note="As planned.")
    return [line async for line in lines(database, organization.id)]
