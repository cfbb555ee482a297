"""Whether the schema answers what the board asks; said by `make check`."""

import sys

from graphql import parse, validate

from schema.declared import core_of
from schema.graph import graph
from server.documents import OURS, found_in


def faults() -> list[str]:
    """What cannot be asked, by the name of its document."""
    schema = core_of(graph())
    return [
        f"server/board/documents/{name}.graphql: {error.message}"
        for name, text in found_in(OURS).items()
        for error in validate(schema, parse(text))
    ]


if __name__ == "__main__":
    sys.exit("\n".join(faults()) or None)
