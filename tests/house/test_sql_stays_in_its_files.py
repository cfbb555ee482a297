"""Python decides, Postgres adds up: no stray SQL, no sums in Python, no rights in SQL."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SQL = ROOT / "sql"
CODE = sorted(path for room in ("server", "schema") for path in (ROOT / room).rglob("*.py"))

MAKES_STATEMENTS = {ROOT / "server" / "reads" / each for each in ("statement.py", "pieces.py")}
STATEMENT = re.compile(
    r"""\s*(
      select\s .*
      | insert\s+into\s .*
      | update\s+\S+\s+set\s .*
      | delete\s+from\s .*
      | with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s*\( .*
      | (create|alter|drop|truncate|grant|revoke)\s+
        (table|schema|role|view|function|index|database|usage|select|all)\b .*
      | (order|group)\s+by\s .*
      | \w+(\.\w+)?\s*(=|<>|<|>)\s*('[^']*'|\$\d+|any\s*\() .*
    )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

# The demo's script makes values up before they are said; nothing there says how far anything is.
MAKES_VALUES_UP = ROOT / "server" / "demo"
NUMBERS = {
    "baseline",
    "completion",
    "confidence",
    "current",
    "lower",
    "own",
    "progress",
    "raw",
    "score",
    "target",
    "upper",
    "value",
    "weight",
}
REDUCERS = {"sum", "round", "mean", "fmean", "quantize", "prod"}
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)

RIGHTS = re.compile(
    r"permission|authori[sz]|\b(READ|CONTRIBUTE|MANAGE|ADMINISTER|AUDIT|REDACT)\b|\bMANAGER\b"
)
FOLDS_RIGHTS = {
    "person_added.sql": "writes down what everybody may do who joins",
    "permission_granted.sql": "writes down what the fact says",
    "permission_revoked.sql": "writes down what the fact says",
}
UNSTEADY = re.compile(
    r"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random\w*"
    r"|setseed|gen_random_\w+|uuid_generate\w*|uuidv[47]|nextval|setval|lastval)\s*\("
    r"|\b(current_(date|time|timestamp)|localtime(stamp)?)\b"
    r"|\bsequence\b|\bserial\b|\bgenerated\b",
    re.IGNORECASE,
)
TAKES_THE_TIME = {"next_time.sql"}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module that is no docstring; what is put into one stands as $0."""
    tree = ast.parse(path.read_text())
    docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    inside = {
        id(part)
        for each in ast.walk(tree)
        if isinstance(each, ast.JoinedStr)
        for part in each.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "$0" for part in node.values)
            yield node.lineno, "".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and id(node) not in docstrings | inside:
            yield node.lineno, str(node.value)


def sums(text: str) -> Iterator[str]:
    """Where a module computes with what is measured."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.BinOp(op=op, left=left, right=right) if isinstance(op, ARITHMETIC):
                found = measured(left) or measured(right)
            case ast.AugAssign(target=target, value=value):
                found = measured(target) or measured(value)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in REDUCERS:
                found = any(measured(each) for each in ast.walk(node))
            case _:
                found = False
        if found:
            yield ast.unparse(node)


def measured(node: ast.AST) -> bool:
    """Whether this names a number that is measured or computed."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in NUMBERS
        case ast.Subscript(slice=ast.Constant(value=name)):
            return name in NUMBERS
    return False


def without_comments(path: Path) -> str:
    return re.sub(r"--.*", "", path.read_text())


def folds() -> list[Path]:
    return [*(SQL / "functions").glob("*.sql"), *(SQL / "projections").glob("*.sql")]


def test_only_the_planner_and_the_sql_folder_hold_sql() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {text[:60]}"
        for path in CODE
        if path not in MAKES_STATEMENTS
        for line, text in texts(path)
        if STATEMENT.fullmatch(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "select 1",
        "\n  WITH a AS (select 1) select * from a",
        "update t set a = $1",
        "role = 'MANAGER'",
        "create role somebody",
    ],
)
def test_sql_would_be_noticed(text: str) -> None:
    assert STATEMENT.fullmatch(text)


@pytest.mark.parametrize("text", ["Create a team.", "Update the reason.", "Selects nothing."])
def test_words_are_not_taken_for_sql(text: str) -> None:
    assert not STATEMENT.fullmatch(text)


def test_nothing_in_python_computes_with_what_is_measured() -> None:
    code = [path for path in CODE if MAKES_VALUES_UP not in path.parents]
    found = {path.relative_to(ROOT): list(sums(path.read_text())) for path in code}
    assert {path: where for path, where in found.items() if where} == {}


@pytest.mark.parametrize(
    "text",
    [
        "done = metric.target - metric.baseline",
        "mean = sum(each.value for each in found)",
        "row['progress'] / 100",
        "progress += 1",
        "round(score, 2)",
    ],
)
def test_sums_would_be_noticed(text: str) -> None:
    assert list(sums(text))


def test_comparing_is_no_sum() -> None:
    assert not list(sums("met = metric.baseline < value <= target"))


def test_no_fold_and_no_sum_asks_who_may_do_what() -> None:
    found = {path.name for path in folds() if RIGHTS.search(without_comments(path))}
    assert found == FOLDS_RIGHTS.keys()


def test_a_fold_looks_at_no_clock_no_die_and_no_sequence() -> None:
    found = {path.name for path in folds() if UNSTEADY.search(without_comments(path))}
    assert found == TAKES_THE_TIME


def test_migrations_are_numbered_one_after_another() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "sql/migrations").glob("*.sql"))]
    assert numbers == list(range(1, len(numbers) + 1))
