"""Where the SQL is: one question per file, known by its name."""

from functools import cache
from pathlib import Path

SQL = Path(__file__).parent.parent / "sql"


@cache
def query(name: str) -> str:
    """The text of a named question in sql/queries."""
    return (SQL / "queries" / f"{name}.sql").read_text()
