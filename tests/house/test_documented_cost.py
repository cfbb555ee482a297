"""What the documents show and the benchmarks ask stays well below the limit of cost."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from graphql import DocumentNode, NonNullTypeNode, OperationDefinitionNode, TypeNode, parse

from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from server.demo.welcome import MUTATION, QUERY
from server.documents import OURS, found_in
from server.reads.answers import Answers, Operation
from server.settings import Settings
from tests.house.test_documents import DOCUMENTS, ROOT, blocks

SOME = str(uuid4())
VALUES: dict[str, Any] = {
    "Int": 1_000,
    "String": "2026-Q4",
    "ID": SOME,
    "Date": "2026-11-22",
    "AsOf": {"position": 1},
    "AddCommentInput": {"text": "Why?", "keyResultId": SOME},
    "RecordCheckInInput": {"keyResultId": SOME, "value": "1"},
    "ReviseKeyResultInput": {"keyResultId": SOME, "reason": "It grew.", "category": "OTHER"},
}
NOBODY: Any = None


def shown() -> dict[str, str]:
    """Every operation that is shown somewhere."""
    found = {
        f"{path.relative_to(ROOT)} {number}": text
        for path in DOCUMENTS
        for number, text in enumerate(blocks(path, "graphql"))
    }
    benchmarks: list[Path] = sorted((ROOT / "tests" / "benchmarks" / "documents").glob("*.graphql"))
    found |= {path.name: path.read_text() for path in benchmarks}
    found |= {f"board, {name}": text for name, text in found_in(OURS).items()}
    found["welcome, mutation"] = MUTATION.format(key_result_id=uuid4())
    found["welcome, query"] = QUERY.format(cycle_key="2026-Q4")
    return found


def values(document: DocumentNode) -> dict[str, Any]:
    """A value for every variable that needs one: numbers are as large as they can be."""
    return {
        each.variable.name.value: VALUES[_name(each.type.type)]
        for operation in document.definitions
        if isinstance(operation, OperationDefinitionNode)
        for each in operation.variable_definitions or ()
        if isinstance(each.type, NonNullTypeNode)
    }


def _name(kind: TypeNode) -> str:
    name: str = kind.name.value  # type: ignore[attr-defined]
    return name


def test_there_is_something_to_look_at() -> None:
    assert {"README.md 0", "page.graphql", "tree.graphql", "welcome, query"} <= shown().keys()


@pytest.mark.parametrize("text", shown().values(), ids=shown().keys())
def test_what_is_shown_may_be_asked(text: str) -> None:
    answers = Answers(schema=core_of(graph()), views=VIEWS, database=NOBODY, limit=0, tree=0)
    document = parse(text)
    operation = Operation(
        document=document,
        text=text,
        name=None,
        variables=values(document),
        organization_id=uuid4(),
        viewer_id=uuid4(),
        permissions=[],
        moment=NOBODY,
    )
    prepared = answers.prepared(operation)
    assert prepared is not None
    assert prepared.whole
    assert 0 < prepared.cost <= Settings().cost_limit
