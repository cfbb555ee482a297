"""A migration of the log lets the release before go on: it adds, and locks nobody out for long."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MIGRATIONS = sorted((ROOT / "sql" / "migrations").glob("*.sql"))
BEFORE_THE_RULE = "0010"
"""Older ones ran before there was a release that could have gone on beside them."""

FORBIDDEN = {
    r"\bdrop\s+(table|column|function|view|schema|type)\b": "the release before still asks for it",
    r"\brename\b": "the release before knows the old name",
    r"\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b": "the whole table is written anew",
    r"\balter\s+column\s+\S+\s+set\s+not\s+null\b": "the release before leaves it empty",
    r"\badd\s+column\b[^,;]*\bnot\s+null\b(?![^,;]*\bdefault\b)": "the one before leaves it empty",
    r"\badd\s+column\b[^,;]*\bdefault\s+\w+\s*\(": "each row would be written",
    r"\badd\s+constraint\b(?![^;]*\bnot\s+valid\b)": "each row is checked while nobody writes",
    r"\bcreate\s+(unique\s+)?index\s+(?!concurrently)": "nobody writes meanwhile: put it apart",
    r"\b(update|delete\s+from)\s+log\.": "as long as that takes, what it touches is locked",
    r"\block\s+table\b": "everybody waits",
    r"\b(vacuum\s+full|cluster|truncate(?!\s+on\b))\b": "everybody waits",
}


def code(text: str) -> str:
    """What is run at once: without comments, and without the bodies of functions."""
    without = re.sub(r"--.*", "", text)
    return re.sub(r"\$(\w*)\$.*?\$\1\$", "", without, flags=re.DOTALL).lower()


def objections(text: str) -> list[str]:
    return [reason for form, reason in FORBIDDEN.items() if re.search(form, code(text))]


def made_here(text: str) -> str:
    """Tables that a migration makes itself have no rows and nobody who waits for them."""
    tables = re.findall(r"create table (log\.\w+)", text)
    for table in tables:
        text = re.sub(rf"create (unique )?index [^;]* on {re.escape(table)}\b[^;]*;", "", text)
    return text


@pytest.mark.parametrize(
    "path",
    [each for each in MIGRATIONS if each.name >= BEFORE_THE_RULE],
    ids=lambda each: each.name,
)
def test_a_migration_adds_and_locks_nobody_out(path: Path) -> None:
    assert objections(made_here(path.read_text())) == []


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [int(each.name[:4]) for each in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda each: each.name)
def test_only_what_stands_apart_makes_an_index_while_others_write(path: Path) -> None:
    apart = path.name.endswith(".apart.sql")
    assert ("concurrently" in code(path.read_text())) == apart


@pytest.mark.parametrize(
    "statement",
    [
        "drop table log.command;",
        "alter table log.event drop column noted;",
        "alter table log.event rename column body to told;",
        "alter table log.event alter column version type bigint;",
        "alter table log.event alter column noted set not null;",
        "alter table log.event add column noted text not null;",
        "alter table log.event add column noted uuid default gen_random_uuid();",
        "alter table log.event add constraint positive check (version > 0);",
        "create index looked_up on log.event (org_id, actor_id);",
        "update log.head set epoch = 1;",
        "lock table log.event;",
    ],
)
def test_what_locks_or_takes_away_is_found(statement: str) -> None:
    assert len(objections(statement)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "create table log.noted (org_id uuid primary key);",
        "alter table log.event add column noted text;",
        "alter table log.event add column noted text not null default '';",
        "alter table log.event add constraint positive check (version > 0) not valid;",
        "create index concurrently looked_up on log.event (org_id, actor_id);",
        "create or replace function log.f() returns void language sql as $$ delete from log.x $$;",
    ],
)
def test_what_only_adds_is_let_be(statement: str) -> None:
    assert objections(statement) == []
