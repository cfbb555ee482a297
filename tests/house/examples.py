"""Values for the fields of any noun, as examples."""

from dataclasses import MISSING, Field, fields
from datetime import date
from decimal import Decimal
from typing import Any, get_origin, get_type_hints

import msgspec

from server import hints
from server.okr import terms
from tests.house.beside import Said


def example(noun: type[Any]) -> Said:
    """A value for each field, as JSON: all different, and none what goes without saying."""
    told = get_type_hints(noun)
    values = {
        each.name: value(told[each.name], each, number)
        for number, each in enumerate(fields(noun), 1)
    }
    defaults = {each.name: each.default for each in fields(noun) if each.default is not MISSING}
    assert not [name for name in defaults if values[name] == msgspec.to_builtins(defaults[name])]
    return values


def value(hint: Any, stated: Field[Any], number: int) -> Any:
    kind = hints.alternatives(hint)[0]
    if get_origin(kind) is list:
        return [example(hints.item(kind))]
    if issubclass(kind, terms.Term):
        return next(each.value for each in reversed(kind) if each is not stated.default)
    values: dict[type, Any] = {
        str: f"Some {stated.name}, “quoted”",
        Decimal: f"0.{number}5",
        date: f"2026-11-{number:02}",
        bool: stated.default is not True,
        int: number,
    }
    return values[kind]
