"""Programme numbers as tests read them: each worked out again from what it lists."""

from decimal import Decimal
from statistics import mean, median
from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

SHOWS = """programmeNumbers {args} {{ code formula numerator denominator value because
  aimFrom aimTo asAimed items {{ value because node {{ id }} }}
  teams {{ team {{ id }} numerator denominator value asAimed }} }}"""

Number = dict[str, Any]


def made(formula: str, known: list[Decimal]) -> Decimal | None:
    """What docs/numbers.md says that a formula makes of what is counted."""
    if not known:
        return None
    number = median(known) if formula == "median/1" else mean(known)
    return number.quantize(Decimal("1e-12"))


def checked(found: list[Number]) -> dict[str, Number]:
    """The numbers by code; each follows from what it lists."""
    for each in found:
        known = [Decimal(item["value"]) for item in each["items"] if item["value"] is not None]
        value = None if each["value"] is None else Decimal(each["value"])
        assert made(each["formula"], known) == (value and value.quantize(Decimal("1e-12"))), each
        assert each["because"] if value is None else len(known) == each["denominator"]
    return {each["code"]: each for each in found}


async def numbers(
    office: Office, kind: str, noun_id: str, by: Client | None = None, /, **said: str
) -> dict[str, Number]:
    """The numbers of a noun by code, as somebody else sees them unless said otherwise."""
    args = ", ".join(f"{name}: {value}" for name, value in said.items())
    shows = SHOWS.format(args=f"({args})" if args else "")
    return checked((await office.seen(kind, noun_id, shows, by))["programmeNumbers"])


def listed(number: Number) -> dict[str, str | None]:
    """How much each noun counts."""
    return {each["node"]["id"]: each["value"] for each in number["items"]}
