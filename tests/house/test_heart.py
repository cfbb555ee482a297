"""The heart keeps its rules: it decides and does nothing else, and it explains itself."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from statistics import median
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest

from server.okr import events, terms
from server.okr.events import Fact
from server.okr.refusals import Refusal
from server.okr.terms import Private, Term, sentence

ROOT = Path(__file__).parents[2]
HEART = sorted((ROOT / "server" / "okr").rglob("*.py"))
PURE = {"collections", "dataclasses", "datetime", "decimal", "enum", "re", "typing"}
IDS_THAT_FOLLOW_FROM_OTHERS = {"UUID", "uuid5"}
OF_THE_MOMENT = {"now", "today", "utcnow", "fromtimestamp", "uuid1", "uuid4"}
OF_THE_WORLD = {"open", "print", "input", "eval", "exec", "breakpoint", "__import__"}
CLOCKS = {"date", "datetime", "uuid"}
WAITING = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
PUBLIC_STRINGS = {
    "ApiKeyCreated.digest",
    "KeyResultAdded.metric.per",
    "KeyResultProposed.metric.per",
    "KeyResultRevised.metric.per",
    "RevisionProposed.metric.per",
    "CheckInRecorded.evidence.sha256",
    "CycleOpened.key",
    "EventRedacted.fields",
    "IdentityLinked.issuer",
    "LogExported.sha256",
    "MeetingEdited.starts_at",
    "MeetingEdited.time_zone",
    "MeetingPlanned.starts_at",
    "MeetingPlanned.time_zone",
    "VerificationReported.chain",
    "OrganizationCreated.name",
    "OrganizationCreated.time_zone",
    "OrganizationCreated.score_bands.label",
    "OrganizationCreated.score_bands.color",
    "PolicyChanged.score_bands.label",
    "PolicyChanged.score_bands.color",
}
LONGEST_FILE = 300

KINDS = Fact.__subclasses__()
REFUSALS = Refusal.__subclasses__()
MODULES = [
    import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    for path in HEART
]


def rules() -> dict[str, Any]:
    """Every rule of the heart by its name: what takes a standing and what was said."""
    found = chain.from_iterable(vars(module).items() for module in MODULES)
    return {
        name: each
        for name, each in found
        if getattr(each, "__code__", None)
        and not name.startswith("_")
        and each.__code__.co_varnames[: each.__code__.co_argcount] == ("standing", "said")
    }


COMMANDS = {name: get_type_hints(rule)["said"] for name, rule in rules().items()}
NOUNS = [each for each in vars(terms).values() if is_dataclass(each) and isinstance(each, type)]


def words_of(tree: ast.AST) -> Iterator[str]:
    """What a module imports, awaits or calls that the heart has no use for."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names if foreign(each.name))
            case ast.ImportFrom(module="uuid", names=names):
                yield from ({each.name for each in names} - IDS_THAT_FOLLOW_FROM_OTHERS)
            case ast.ImportFrom(module=str(module)) if foreign(module):
                yield module
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in CLOCKS:
                yield from {f"{name}.{attr}"} if attr in OF_THE_MOMENT else ()
            case ast.Name(id=name, ctx=ast.Load()) if name in OF_THE_WORLD:
                yield name
            case _ if isinstance(node, WAITING):
                yield "await"


def foreign(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] not in PURE and not module.startswith("server.okr")


@pytest.mark.parametrize("path", HEART, ids=lambda path: path.stem)
def test_the_heart_waits_for_nothing_and_asks_no_clock_no_chance_and_no_world(path: Path) -> None:
    assert set(words_of(ast.parse(path.read_text()))) == set()


@pytest.mark.parametrize(
    "code",
    [
        "async def decide(): ...",
        "import random",
        "from server.log import Log",
        "from time import time",
        "from uuid import uuid4",
        "today = date.today()",
        "now = datetime.now()",
        "text = open('file').read()",
    ],
)
def test_what_the_heart_has_no_use_for_is_noticed(code: str) -> None:
    assert set(words_of(ast.parse(code))) != set()


def test_the_heart_is_read() -> None:
    assert len(HEART) > 15
    assert len(COMMANDS) == len({*COMMANDS.values()}) > 30
    assert len(KINDS) >= len(COMMANDS) - 8
    assert {each.__name__ for each in NOUNS} >= {"Person", "KeyResult", "CheckIn", "Metric"}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_every_refusal_has_a_sentence(refusal: type[Refusal]) -> None:
    assert is_sentence(vars(refusal)["__doc__"])


def test_no_name_is_both_a_fact_and_a_refusal() -> None:
    names = {each.__name__ for each in KINDS}
    assert names.isdisjoint(each.__name__ for each in REFUSALS)
    assert len(names) == len(KINDS)


@pytest.mark.parametrize("word", [each for kind in Term.__subclasses__() for each in kind])
def test_every_word_of_a_closed_list_is_explained(word: Term) -> None:
    assert is_sentence(word.meaning)
    assert word == word.name


@pytest.mark.parametrize("said", [*NOUNS, *COMMANDS.values()])
def test_every_noun_and_command_and_each_of_their_fields_is_explained(said: type) -> None:
    for each in (said, *(noun for noun in nouns_in(said) if noun.__module__ != said.__module__)):
        assert is_sentence(vars(each)["__doc__"])
        hints = get_type_hints(each, include_extras=True)
        unexplained = {name for name, hint in hints.items() if not is_sentence(sentence(hint))}
        assert unexplained == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_is_explained_and_built_by_names(kind: type[Fact]) -> None:
    assert is_sentence(vars(kind)["__doc__"])
    assert "__dataclass_fields__" in vars(kind)
    assert all(each.kw_only for each in fields(kind))
    assert getattr(events, kind.__name__) is kind
    assert kind.stream == "alignments" or kind.stream in {each.name for each in fields(kind)}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_rule_and_its_command_have_one_name(name: str) -> None:
    assert COMMANDS[name].__name__ == "".join(word.title() for word in name.split("_"))


def test_what_a_person_wrote_freely_is_private() -> None:
    found = set()
    for kind in KINDS:
        paths = chain(open_strings(kind), open_strings(kind.changed) if kind.changed else ())
        found |= {f"{kind.__name__}.{path}" for path in paths}
    assert found == PUBLIC_STRINGS


@pytest.mark.parametrize("path", HEART, ids=lambda path: path.stem)
def test_annotations_are_not_postponed_where_the_graph_reads_them(path: Path) -> None:
    assert "from __future__ import annotations" not in path.read_text()


def test_half_the_functions_have_eight_lines_and_nine_in_ten_have_thirty() -> None:
    sizes = sorted(chain.from_iterable(map(function_sizes, sources("server", "schema"))))
    assert median(sizes) <= 8
    assert sizes[len(sizes) * 9 // 10] <= 30


def test_no_file_is_too_long_to_read_at_a_sitting() -> None:
    ours = [*sources("server", "schema", "tests"), *(ROOT / "sql").rglob("*.sql")]
    long = {str(each.relative_to(ROOT)): len(each.read_text().splitlines()) for each in ours}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def is_sentence(text: str | None) -> bool:
    return text is not None and re.fullmatch(r"[A-Z0-9`].*[.]", text, re.DOTALL) is not None


def sources(*rooms: str) -> Iterator[Path]:
    return chain.from_iterable((ROOT / room).rglob("*.py") for room in rooms)


def function_sizes(path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.end_lineno - node.lineno + 1


def alternatives(hint: Any) -> Iterator[Any]:
    """What a value may be: the parts of unions and lists; private text stays marked."""
    if get_origin(hint) is Annotated:
        private = Private.TEXT in get_args(hint)[1:]
        yield from [Private] if private else alternatives(get_args(hint)[0])
    elif get_origin(hint) in (Union, UnionType, list):
        yield from chain.from_iterable(map(alternatives, get_args(hint)))
    else:
        yield hint


def nouns_in(said: type) -> Iterator[type]:
    """The nouns that a command is made of, at any depth."""
    for hint in get_type_hints(said, include_extras=True).values():
        for each in alternatives(hint):
            if is_dataclass(each) and isinstance(each, type):
                yield each
                yield from nouns_in(each)


def open_strings(noun: type) -> Iterator[str]:
    """Where text stands in a noun that is not marked as private."""
    hints = get_type_hints(noun, include_extras=True)
    for each in fields(noun):
        for hint in alternatives(hints[each.name]):
            if hint is str:
                yield each.name
            elif is_dataclass(hint) and isinstance(hint, type):
                yield from (f"{each.name}.{path}" for path in open_strings(hint))
