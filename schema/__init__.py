"""The promise to the outside: what can be asked and said, in GraphQL."""

from typing import Any

import strawberry

from server.okr.findings import FindingCode
from server.okr.terms import Term


def teach(term: type[Term]) -> None:
    """Make a closed word list known to the graph, with the sentence of each word."""
    strawberry.enum(term, description=term.__doc__)
    words: Any = term
    for value in words.__strawberry_definition__.values:
        value.description = term[value.name].meaning


LISTS: set[type[Term]] = {FindingCode, *Term.__subclasses__()}

# Before any type is made: Strawberry would otherwise make wordless enums of its own.
for each in LISTS:
    teach(each)
