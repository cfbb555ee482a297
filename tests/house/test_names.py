"""One name travels: mutation, rule, command, fact, projection and test say the same words."""

import ast
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain, takewhile
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from strawberry.utils.str_converters import to_camel_case

import server.okr
from schema.fields import METADATA
from schema.mutation import Mutation
from server.facts import kinds
from server.okr.refusals import Refusal
from server.okr.standing import Decision

ROOT = Path(__file__).parents[2]
SQL = ROOT / "sql"

# Said by the command line, or by whoever comes in, before there is anybody who could ask.
WITHOUT_MUTATION = {"create_organization", "export_log", "provision_person", "restore_log"}
# Carry out another rule, most of them many times, and so make that rule's facts.
OTHERS = {
    "record_check_ins": "record_check_in",
    "plan_cycles": "open_cycle",
    "carry_objective_forward": "create_objective",
    "provision_person": "link_identity",
    "draft_recovery_objective": "create_objective",
    "convert_key_result_to_initiative": "add_work_item",
    "convert_initiative_to_key_result": "add_key_result",
}
# Makes its fact in a function that it shares with who accepts a proposal.
SHARED = {
    "add_key_result": "added",
    "revise_key_result": "revised",
    "provision_person": "events.IdentityLinked",
    "convert_key_result_to_initiative": "events.WorkItemAdded",
}
# What a verb of two words has behind its object: ObjectiveSignedOff of sign_off_objective.
PARTICLES = {"off"}
PARTICIPLES = {
    "defer": "deferred",
    "bind": "bound",
    "forget": "forgotten",
    "give": "given",
    "hold": "held",
    "plan": "planned",
    "skip": "skipped",
    "withdraw": "withdrawn",
}

SEVERAL_OBJECTS = {
    "functions/revise_each.sql": "makes a function for each table, whatever tables there are",
    "state/zz_by_id.sql": "makes an index for each table, whatever tables there are",
    "views/now/00_tables.sql": "makes a view for each table, whatever tables there are",
    "views/now/01_by_id.sql": "makes a function for each table, whatever tables there are",
    "views/now/70_standings.sql": "how nouns stand is read in one piece, by what they stand for",
    "views/past/00_tables.sql": "makes a view for each table, whatever tables there are",
    "views/past/01_by_id.sql": "makes a function for each table, whatever tables there are",
}
OBJECT = re.compile(
    r"^create (?:or replace )?(?:aggregate|function|table|type|view) ([\w.]+)",
    re.MULTILINE | re.IGNORECASE,
)
SENTENCE = re.compile(r"[A-Z0-9$`].*\.", re.DOTALL)
ASKERS = {"query", "fetch", "fetch_row", "fetch_newest", "everywhere", "all_over", "anywhere"}

Rule = Callable[..., Decision]


def rules() -> dict[str, Rule]:
    """Every public function of the heart that decides, by its name."""
    modules = [
        import_module(f"server.okr.{each.name}")
        for each in pkgutil.iter_modules(server.okr.__path__)
    ]
    return {
        name: function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and get_type_hints(function).get("return") is Decision
    }


def mutations() -> dict[str, Rule]:
    """The rule that each mutation carries out, by the mutation's name in Python."""
    definition: Any = Mutation
    return {
        each.python_name: each.metadata[METADATA].rule
        for each in definition.__strawberry_definition__.fields
    }


def command_of(rule: str) -> str:
    return "".join(word.capitalize() for word in rule.split("_"))


def fact_of(rule: str) -> str:
    """record_check_in decides on CheckInRecorded: the noun, then what happened to it."""
    verb, *noun = OTHERS.get(rule, rule).split("_")
    happened = PARTICIPLES.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")
    particles = [noun.pop(0)] if noun[0] in PARTICLES else []
    return "".join(word.capitalize() for word in (*noun, happened, *particles))


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def sql_files(folder: str) -> list[str]:
    return sorted(str(path.relative_to(SQL)) for path in (SQL / folder).rglob("*.sql"))


def stem(file: str) -> str:
    """What a file is called; the number in front only says when it is loaded."""
    return re.sub(r"^\d+_", "", Path(file).stem)


def stems(folder: str) -> set[str]:
    return {stem(file) for file in sql_files(folder)}


def head(text: str) -> str:
    """The comment with which a file begins."""
    lines = takewhile(lambda line: line.startswith("--"), text.splitlines())
    return " ".join(line.removeprefix("--").strip() for line in lines)


def asked() -> Iterator[str]:
    """The names of queries that the code asks for."""
    for path in chain.from_iterable((ROOT / room).rglob("*.py") for room in ("server", "schema")):
        for call in ast.walk(ast.parse(path.read_text())):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", None))
            if name in ASKERS:
                constants = [each for each in call.args if isinstance(each, ast.Constant)]
                yield from (each.value for each in constants[:1] if isinstance(each.value, str))


def test_a_mutation_carries_out_the_rule_of_its_name() -> None:
    assert {name: rule.__name__ for name, rule in mutations().items()} == {
        name: name for name in mutations()
    }


def test_every_rule_is_a_mutation() -> None:
    assert rules().keys() - WITHOUT_MUTATION == mutations().keys()


def test_a_rule_takes_the_command_of_its_name() -> None:
    taken = {name: get_type_hints(rule)["said"].__name__ for name, rule in rules().items()}
    assert taken == {name: command_of(name) for name in rules()}


def test_a_rule_decides_on_the_fact_of_its_name() -> None:
    for name, rule in rules().items():
        others = OTHERS | SHARED
        decides = f"{others[name]}(" if name in others else f"events.{fact_of(name)}("
        assert decides in inspect.getsource(rule), f"{name} does not make {fact_of(name)}"


def test_every_kind_of_fact_comes_of_a_rule() -> None:
    assert kinds().keys() == {fact_of(name) for name in rules()}


def test_every_kind_of_fact_has_its_projection_and_no_projection_is_orphaned() -> None:
    assert stems("projections") == {snake(kind) for kind in kinds()}


@pytest.mark.parametrize("name", sorted(mutations()))
def test_every_mutation_has_a_graph_test_of_its_name(name: str) -> None:
    test = ROOT / "tests" / "graph" / f"test_{name}.py"
    assert test.exists(), f"{test.name} is missing"
    assert to_camel_case(name) in test.read_text(), f"{test.name} never says {to_camel_case(name)}"


def test_no_word_is_both_a_fact_and_a_refusal() -> None:
    assert not kinds().keys() & {each.__name__ for each in Refusal.__subclasses__()}


@pytest.mark.parametrize("folder", ["state", "functions", "projections", "views"])
def test_a_sql_file_makes_the_one_object_that_it_is_named_after(folder: str) -> None:
    prefix = "project_" if folder == "projections" else ""
    made = {file: OBJECT.findall((SQL / file).read_text()) for file in sql_files(folder)}
    several = {file for file in made if file in SEVERAL_OBJECTS}
    assert not [file for file in several if len(made[file]) == 1], "this is no exception any more"
    assert {file: names for file, names in made.items() if file not in several} == {
        file: [prefix + stem(file)] for file in made if file not in several
    }


@pytest.mark.parametrize("folder", sorted(path.name for path in SQL.iterdir() if path.is_dir()))
def test_a_sql_file_begins_with_what_it_is_for(folder: str) -> None:
    heads = {file: head((SQL / file).read_text()) for file in sql_files(folder)}
    assert not [file for file, text in heads.items() if not SENTENCE.fullmatch(text)]


def test_every_query_is_asked_and_every_question_has_its_query() -> None:
    assert set(asked()) == stems("queries")
