"""Documents stay true: operations are valid, links lead somewhere, invariants are tested."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate

from schema.graph import graph

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NEEDED = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/audit.md",
    "docs/numbers.md",
    "docs/findings.md",
    "docs/okr.md",
]
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PATHS = re.compile(r"`((?:server|schema|sql|tests|docs)/[\w./*-]+)`")
INVARIANT = re.compile(r"^- .+? — (?P<tests>`tests/\S+::\w+`(?:, `tests/\S+::\w+`)*)$", re.DOTALL)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")

every_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT))
)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(graph().as_str())


def blocks(document: Path, language: str) -> Iterator[str]:
    """The fenced blocks in a language."""
    for found, text in BLOCK.findall(document.read_text()):
        if found == language:
            yield text


def prose(document: Path) -> str:
    return BLOCK.sub("", document.read_text())


def anchors(document: Path) -> set[str]:
    """What a link can point at within a document."""
    titles = HEADING.findall(prose(document))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def invariants() -> list[str]:
    """The list under the heading Invariants, entry by entry."""
    _, _, section = prose(ROOT / "docs" / "architecture.md").partition("\n## Invariants\n")
    entries = re.split(r"^(?=- )", section.partition("\n## ")[0], flags=re.MULTILINE)[1:]
    return [entry.partition("\n\n")[0].strip() for entry in entries]


def functions_of(path: Path) -> set[str]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    body = ast.parse(path.read_text()).body
    return {each.name for each in body if isinstance(each, functions)}


@pytest.mark.parametrize("name", NEEDED)
def test_the_document_is_there(name: str) -> None:
    assert (ROOT / name).read_text().startswith("# ")


@every_document
def test_every_operation_is_valid(document: Path, schema: GraphQLSchema) -> None:
    for text in blocks(document, "graphql"):
        assert [error.message for error in validate(schema, parse(text))] == [], text


@every_document
def test_every_link_leads_somewhere(document: Path) -> None:
    for link in LINK.findall(prose(document)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / name if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@every_document
def test_every_path_that_is_named_exists(document: Path) -> None:
    named = set(PATHS.findall(document.read_text()))
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


def test_the_readme_shows_an_operation_of_each_kind() -> None:
    shown = {text.split(maxsplit=1)[0] for text in blocks(ROOT / "README.md", "graphql")}
    assert {"mutation", "query"} <= shown


def test_every_invariant_names_the_tests_that_guard_it() -> None:
    assert len(invariants()) > 5
    assert [entry for entry in invariants() if not INVARIANT.fullmatch(entry)] == []


def test_every_threat_names_the_tests_behind_its_answer() -> None:
    _, _, section = prose(ROOT / "SECURITY.md").partition("\n| Threat | Answer | Test |\n")
    rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| ")]
    assert len(rows) > 30
    assert [row for row in rows if len(row) != 3 or not TEST.match(row[2])] == []


def test_every_bad_day_names_the_tests_in_which_it_is_had() -> None:
    page = prose(ROOT / "docs" / "operations" / "bad-days.md")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    assert [row for row in rows if len(row) != 4 or not TEST.match(row[3])] == []


def test_every_test_that_a_document_names_exists() -> None:
    named = {found for document in DOCUMENTS for found in TEST.findall(document.read_text())}
    assert [
        f"{path}::{name}"
        for path, name in sorted(named)
        if not (ROOT / path).exists() or name not in functions_of(ROOT / path)
    ] == []
