"""Evidence in the graph."""

from typing import Any

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from server.okr import terms


@registry.known
@nouns.shown(terms.Evidence)
class Evidence(terms.Evidence, Node):
    """Something tangible that a report rests on: where it is, or what its content hashes to."""

    check_in: Any = one(
        "CheckIn",
        "check_in",
        key="check_in_id",
        within=True,
        description="The report that rests on it.",
    )
