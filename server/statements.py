"""What is measured of statements: by the names that we gave them, never by what they say."""

from functools import cache

from asyncpg.connection import LoggedQuery

from server.measures import STATEMENT_FAILURES, STATEMENT_SECONDS
from server.observed import spans
from server.queries import SQL, query
from server.tracing import Switch

OTHERS = "graph"
OF_TRANSACTIONS = ("begin", "commit", "rollback", "savepoint")


def told(record: LoggedQuery) -> None:
    """A statement was answered, or was not."""
    name = name_of(record.query)
    STATEMENT_SECONDS.labels(name).observe(record.elapsed)
    if record.exception is not None:
        STATEMENT_FAILURES.labels(name).inc()
    if Switch.on is not None:
        Switch.on.statement(name, record.elapsed, record.exception, spans())


def name_of(text: str) -> str:
    """The name of a question of ours, or what it is part of."""
    return names().get(text) or _word(text[:12])


@cache
def names() -> dict[str, str]:
    """Each question by its text."""
    found = sorted((SQL / "queries").glob("*.sql"))
    return {query(each.stem): each.stem for each in found}


def _word(beginning: str) -> str:
    word = beginning.partition(" ")[0].rstrip(";").lower()
    return word if word in OF_TRANSACTIONS else OTHERS
