"""Checks an exported history without a database and without trusting who exported it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from server.audit.chain import Header, chained


class DoesNotVerify(Exception):
    """Something in the file does not fit; the message says at which position and why."""


@dataclass(kw_only=True)
class Verified:
    """How much of a history agrees with itself."""

    facts: int = 0
    first: int = 0
    last: int = 0
    chain: bytes = b""


def verify(lines: Iterable[str]) -> Verified:
    """Walk the chain from the first line to the last; stop at the first thing that does not fit."""
    verified = Verified()
    organization: str | None = None
    for number, text in enumerate(lines, 1):
        fact = _parsed(number, text)
        try:
            organization = organization or fact["organizationId"]
            _follows(verified, fact, organization)
            _fits(verified, fact)
        except KeyError as error:
            raise DoesNotVerify(f"line {number}: {error} is missing") from error
        except (ArithmeticError, AttributeError, RecursionError, TypeError, ValueError) as error:
            raise DoesNotVerify(f"line {number}: not what an export writes: {error}") from error
    return verified


def _parsed(number: int, text: str) -> dict[str, Any]:
    try:
        fact = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DoesNotVerify(f"line {number}: this is no JSON") from error
    if not isinstance(fact, dict):
        raise DoesNotVerify(f"line {number}: this is no fact")
    return fact


def _follows(verified: Verified, fact: dict[str, Any], organization: str) -> None:
    position = fact["position"]
    if fact["organizationId"] != organization:
        raise DoesNotVerify(f"position {position}: it belongs to another organization")
    if verified.facts and position != verified.last + 1:
        raise DoesNotVerify(
            f"position {position}: position {verified.last + 1} is missing before it"
        )
    if verified.facts and bytes.fromhex(fact["previousChain"]) != verified.chain:
        raise DoesNotVerify(f"position {position}: it does not follow the fact before it")
    if position == 1 and any(bytes.fromhex(fact["previousChain"])):
        raise DoesNotVerify("position 1: the log begins with something before it")


def _fits(verified: Verified, fact: dict[str, Any]) -> None:
    position = fact["position"]
    digest = bytes.fromhex(fact["bodyDigest"])
    if "withheld" in fact:
        if fact["body"] is not None or fact["private"] is not None:
            raise DoesNotVerify(f"position {position}: it is withheld, and yet there are words")
    else:
        if hashlib.sha256(fact["body"].encode()).digest() != digest:
            raise DoesNotVerify(f"position {position}: the body is not the one that was recorded")
        _keeps_commitments(position, json.loads(fact["body"]).get("private", {}), fact["private"])
    chain = chained(bytes.fromhex(fact["previousChain"]), _header(fact), digest)
    if chain.hex() != fact["chain"]:
        raise DoesNotVerify(f"position {position}: the header is not the one that was recorded")
    verified.first = verified.first or position
    verified.last, verified.chain, verified.facts = position, chain, verified.facts + 1


def _keeps_commitments(position: int, committed: dict[str, str], private: dict[str, Any]) -> None:
    if committed.keys() != private.keys():
        raise DoesNotVerify(f"position {position}: private fields are missing or added")
    for field, kept in private.items():
        if kept is None:
            continue
        salted = bytes.fromhex(kept["salt"]) + kept["value"].encode()
        if hashlib.sha256(salted).hexdigest() != committed[field]:
            raise DoesNotVerify(f"position {position}: {field} is not the text that was recorded")


def _header(fact: dict[str, Any]) -> Header:
    return Header(
        organization_id=UUID(fact["organizationId"]),
        epoch=fact["epoch"],
        position=fact["position"],
        stream_id=UUID(fact["streamId"]),
        version=fact["version"],
        event_id=UUID(fact["eventId"]),
        command_id=UUID(fact["commandId"]),
        type=fact["type"],
        schema_version=fact["schemaVersion"],
        recorded_at=datetime.fromisoformat(fact["recordedAt"]),
        actor_id=UUID(fact["actorId"]),
    )
