"""Programs in the graph."""

from typing import Any

import strawberry

from schema import nouns
from schema.fields import read
from schema.node import Node
from server.reads.sources import Fixed


@nouns.shown(None)
class Machine(Node):
    """A program that reports values or reads."""

    name: str = strawberry.field(description="What the program is called.")
    version: int = strawberry.field(description="Number of facts about this program.")


def machine(description: str) -> Any:
    """The program that did something; none can yet."""
    return read(Fixed(value=None), Machine | None, description, shows=Machine)
