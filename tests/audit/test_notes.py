"""Signed notes are those of C2SP: what others signed can be opened, and nothing else."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.audit.notes import NoKey, NotSigned, Signer, Verifier

# From the tests of golang.org/x/mod/sumdb/note.
KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
NOTE = (
    f"{TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2p"
    "ZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


@pytest.fixture(scope="module")
def signer() -> Signer:
    return Signer(name="okrlog.example/log", key=Ed25519PrivateKey.from_private_bytes(bytes(32)))


def why_not(note: str, key: Verifier) -> str:
    with pytest.raises(NotSigned) as told:
        key.opened(note)
    return str(told.value)


def test_a_note_that_others_signed_is_opened() -> None:
    key = Verifier.said(KEY)
    assert key.opened(NOTE) == TEXT
    assert str(key) == KEY


def test_what_was_signed_is_opened_with_the_key_of_who_signed(signer: Signer) -> None:
    note = signer.signed("Some text.\n\nMore of it.\n")
    assert Verifier.said(str(signer.verifier)).opened(note) == "Some text.\n\nMore of it.\n"


def test_signatures_of_others_beside_ours_are_passed_over(signer: Signer) -> None:
    theirs = NOTE.rpartition("\n\n")[2]
    note = signer.signed("Some text.\n")
    text, _, ours = note.rpartition("\n\n")
    assert signer.verifier.opened(f"{text}\n\n{theirs}{ours}") == "Some text.\n"


def test_a_note_is_not_taken_for_what_it_is_not(signer: Signer) -> None:
    note = signer.signed("Some text.\n")
    other = Signer(name=signer.name, key=Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)))
    key = signer.verifier
    assert why_not(note.replace("Some", "Any"), key) == "its signature does not fit its text"
    assert why_not(other.signed("Some text.\n"), key) == (
        "it is not signed with the key of okrlog.example/log"
    )
    assert why_not("Some text.\n", key) == "this is no signed note"
    assert why_not(note[:-1], key) == "this is no signed note"
    assert why_not(f"Some text.\n\n{'—' * 9}\n", key) == (
        "a line of its signatures has another form"
    )
    assert why_not("Some text.\n\n— me !\n", key) == "a signature is no base64"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "it is not of the form name+id+key"),
        ("PeterNeumann", "it is not of the form name+id+key"),
        (KEY.replace("ARpc", "AR!c"), "the key is no base64"),
        (KEY.replace("c74f20a3", "c74f20a4"), "its id is not that of its name and key"),
        (KEY.replace("PeterNeumann", "Peter"), "its id is not that of its name and key"),
        (KEY.replace("PeterNeumann", "Peter Neumann"), "it is not of the form name+id+key"),
        (
            f"me+00000000+{base64.b64encode(bytes(33)).decode()}",
            "it is not of the form name+id+key",
        ),
    ],
)
def test_what_is_no_key_is_told(said: str, told: str) -> None:
    with pytest.raises(NoKey) as why:
        Verifier.said(said)
    assert str(why.value) == told
