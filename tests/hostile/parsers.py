"""Every parser of what comes from outside: what it takes, and what it may say of all else."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from graphql import GraphQLError
from joserfc.jwk import OKPKey

from schema.pages import window
from schema.words import parse_cursor, parse_date, parse_decimal, parse_id, parse_instant
from server.audit.checking import check
from server.audit.checkpoints import Checkpoint
from server.audit.lines import DoesNotVerify
from server.audit.notes import NoKey, Signer, Verifier
from server.audit.proofs import Growth, Inclusion, inclusion_text
from server.auth import Tokens, Unauthenticated
from server.cursors import Cursor, NotACursor
from server.documents import Documents
from server.identity.secrets import ApiKey
from server.media import answered_as, takes_stream
from server.requests import asked, in_body, in_url
from server.settings import DocumentMode
from server.told import NotAnswered

NOWHERE: Any = None
NOBODY = UUID(int=0)
SIGNER = Signer(name="okrlog", key=Ed25519PrivateKey.from_private_bytes(bytes(32)))
KEY = SIGNER.verifier
ONLY = Documents(mode=DocumentMode.ONLY, texts={})
OFF = Documents(mode=DocumentMode.OFF)
TOKENS = Tokens(key=OKPKey.generate_key("Ed25519"), database=NOWHERE)


def cursor(text: str) -> None:
    """What is taken says the same again."""
    with suppress(NotACursor):
        said = Cursor.said(text)
        assert f"{said.epoch}.{said.position}.{said.chain}" == text


def body(text: str) -> None:
    """What is asked has a text, whatever else is said."""
    for documents in (ONLY, OFF):
        with suppress(NotAnswered):
            assert asked(in_body("application/json", text), documents).query
        with suppress(NotAnswered):
            asked(in_url({"query": text, "variables": text, "extensions": text}), documents)


def document_id(text: str) -> None:
    """Nothing is found under an id that is not known."""
    try:
        ONLY.text(None, text)
    except NotAnswered:
        return
    raise AssertionError(text)


def history(text: str) -> None:
    """No file that was made up verifies."""
    lines = [line + b"\n" for line in text.encode(errors="surrogatepass").split(b"\n")]
    for checkpoints, proofs, key in (([], [], None), ([text], [], KEY), ([], [text], KEY)):
        try:
            check(lines, checkpoints, proofs, key)
        except DoesNotVerify:
            continue
        raise AssertionError(text)


def checkpoint(text: str) -> None:
    """What we signed may be no checkpoint either."""
    signed = SIGNER.signed(f"{text.encode(errors='replace').decode()}\n")
    with suppress(DoesNotVerify):
        Checkpoint.said(signed, KEY)


def proof(text: str) -> None:
    """A proof is of its form or none."""
    for kind in (Inclusion, Growth):
        with suppress(DoesNotVerify):
            kind.said(text, KEY)


def scalars(text: str) -> None:
    """Values are taken or named as wrong."""
    for parse in (parse_cursor, parse_date, parse_decimal, parse_id, parse_instant):
        with suppress(GraphQLError):
            parse(text)
    with suppress(GraphQLError):
        window(100, {"after": text, "first": 1})


def key(text: str) -> None:
    """A key is of its form or none."""
    with suppress(NoKey):
        Verifier.said(text)


def token(text: str) -> None:
    """Nobody comes in by what we did not sign."""
    try:
        TOKENS.bearer(f"Bearer {text}").send(None)  # it has nobody to wait for
    except Unauthenticated:
        return
    raise AssertionError(text)


def api_key(text: str) -> None:
    """What is taken for a key of a program is written in one way alone."""
    found = ApiKey.read(text)
    assert found is None or str(found) == text


def accept(text: str) -> None:
    """A client takes something of ours or nothing."""
    answered_as(text)
    takes_stream(text)


FACT = {
    "organizationId": "01900000-0000-7000-8000-000000000000",
    "epoch": 1,
    "position": 1,
    "streamId": "01900000-0000-7000-8000-000000000000",
    "version": 1,
    "eventId": "01900000-0000-7000-8000-000000000001",
    "commandId": "01900000-0000-7000-8000-000000000002",
    "type": "OrganizationCreated",
    "schemaVersion": 1,
    "recordedAt": "2026-11-21T10:00:00.000000Z",
    "actorId": "01900000-0000-7000-8000-000000000003",
    "body": '{"private":{"name":"00"}}',
    "bodyDigest": "00" * 32,
    "private": {"name": {"salt": "00" * 16, "value": "Acme"}},
    "previousChain": "00" * 32,
    "chain": "00" * 32,
}
SIGNED = Checkpoint(
    organization="01900000-0000-7000-8000-000000000000",
    epoch=1,
    position=12,
    root=bytes(32),
    chain=bytes(32),
)
NOTE = SIGNED.signed(SIGNER)
PARSERS: Mapping[Callable[[str], None], str] = {
    cursor: f"1.12.{'0a' * 8}",
    body: json.dumps({"query": "{ __typename }", "variables": {"a": 1}, "operationName": "A"}),
    document_id: f"sha256:{'0' * 64}",
    history: json.dumps(FACT),
    checkpoint: SIGNED.text(KEY.name),
    proof: inclusion_text(12, [bytes(32)], NOTE),
    scalars: "2026-11-21T10:00:00.000000Z",
    key: str(KEY),
    token: TOKENS.issue(NOBODY, NOBODY, -60),
    api_key: str(ApiKey(organization_id=NOBODY, id=NOBODY, secret=bytes(34))),
    accept: "application/graphql-response+json;q=0.9, application/json, text/event-stream",
}
"""Each with something that it takes, or nearly takes."""
