"""What can have happened to the way in which a key result is measured."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class WindowOpened(Fact):
    """The event happened from which on a key result is measured."""

    stream = "key_result_id"
    key_result_id: UUID
    occurred_on: date


@dataclass(kw_only=True)
class BaselineEstablished(Fact):
    """It was found out where a key result had started."""

    stream = "key_result_id"
    key_result_id: UUID
    baseline: Decimal
    baseline_source: Text
    baseline_from: date | None
    baseline_on: date | None
