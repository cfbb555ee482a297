"""Who signs in these tests, and histories with something in them."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.audit.issuing import Issuer
from server.audit.notes import Signer
from server.database import Database


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer(name="okrlog.example", key=Ed25519PrivateKey.generate())


@pytest.fixture(scope="session")
def issuer(database: Database, signer: Signer) -> Issuer:
    return Issuer(database=database, signer=signer)
