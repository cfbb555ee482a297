"""What was said, as JSON takes it: to look up what it names, and to tell commands apart."""

import hashlib
import hmac
from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
import rfc8785

from server.okr.api_keys import is_made
from server.okr.pulses import UNSAID
from server.okr.terms import ABSENT


def words(said: Any) -> dict[str, Any]:
    """What was said; what is absent stays out, what nobody said, and what is to leave no trace."""
    stated = {
        each.name: getattr(said, each.name)
        for each in fields(said)
        if not is_made(each) and each.metadata != UNSAID
    }
    told: dict[str, Any] = msgspec.to_builtins({k: v for k, v in stated.items() if v is not ABSENT})
    return told


def digest(salt: bytes, actor_id: UUID, mutation: str, said: Any) -> bytes:
    """HMAC of who said what: the same key with anything else is another command."""
    told: Any = {"actor": str(actor_id), "mutation": mutation, "input": words(said)}
    return hmac.new(salt, rfc8785.dumps(told), hashlib.sha256).digest()
