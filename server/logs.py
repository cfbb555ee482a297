"""What servers and commands log: lines of JSON, or for people at a terminal; no value of anybody.

Messages of exceptions quote what people wrote, so of most of them only the kind is told.
"""

import logging
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any

import asyncpg
import structlog

MOST_CAUSES = 5
NAMES_ONLY = ("08", "0A", "40", "42", "53", "55", "57", "58")
"""Classes of what PostgreSQL answers that name parts of the database, and never a value."""

Line = MutableMapping[str, Any]


def log_to_stderr() -> None:
    """Everything that is logged, by us and by libraries, goes one way."""
    at_terminal = sys.stderr.isatty()
    shown: Any = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if at_terminal
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.dev.set_exc_info,
            without_values,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            shown,
        ],
    )
    logging.basicConfig(handlers=[Passed()], level=logging.WARNING, force=True)


def without_values(_: object, __: str, line: Line) -> Line:
    """An exception becomes where it happened, and of what kind it is."""
    error = line.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        line["exception"] = "\n".join(described(each) for each in causes(error))
    return line


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, and what it came from."""
    for _ in range(MOST_CAUSES):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__


def described(error: BaseException) -> str:
    """The lines of code that led to it, and its kind."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"Traceback (most recent call last):\n{places}{kind_of(error)}"


def kind_of(error: BaseException) -> str:
    """Its name, and what can be told of it."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if not isinstance(error, asyncpg.PostgresError):
        return kind
    code = str(error.sqlstate)
    said = f": {error.args[0]}" if code.startswith(NAMES_ONLY) and error.args else ""
    return f"{kind} ({code}){said}"


class Passed(logging.Handler):
    """Hands on what libraries log; all but the first line of it may quote somebody."""

    def emit(self, record: logging.LogRecord) -> None:
        """As a line of ours."""
        line = record.getMessage().partition("\n")[0]
        told = structlog.get_logger().bind(logger=record.name)
        told.log(record.levelno, line, exc_info=record.exc_info or None)
