"""How a connection can fail: it is lost, others hold what it needs, or its time is over."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import structlog

log = structlog.get_logger()

Held = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy


class DatabaseUnfit(Exception):
    """The database cannot be used as it is; the message says what would help."""


class DatabaseUnavailable(Exception):
    """The database cannot be reached or was lost on the way: a command may have been done."""


class Busy(DatabaseUnavailable):
    """Others had what this needs for as long as it may wait: nothing was done."""


class Exhausted(DatabaseUnavailable):
    """The database lacks something that it needs, such as room on its disk: nothing was done."""


class Moved(Busy):
    """An organization is on another server, or on its way there; nothing was done."""

    def __init__(self, server: str) -> None:
        super().__init__(f"The organization goes to the server {server!r}.")


class TookTooLong(Exception):
    """What was asked took longer than it may, and was given up."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"It took more than {limit:,} ms and was given up: ask for less at once.")
        self.limit = limit


LOST = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.InternalClientError,  # what the driver says where an answer breaks off
)

PASSING = (
    *LOST,
    asyncpg.InsufficientResourcesError,
    asyncpg.QueryCanceledError,
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
)
"""What is no fault of what was asked: the same can be answered another time."""


@contextmanager
def survived(what: str) -> Iterator[None]:
    """Whatever happens to what is tried again and again, it is tried again."""
    try:
        yield
    except (DatabaseUnavailable, TookTooLong) as error:
        log.debug(what, cause=str(error))
    except Exception:
        log.exception(what)


@contextmanager
def given_up_after(limit: int) -> Iterator[None]:
    """That the time of a statement ran out is told with its limit."""
    try:
        yield
    except asyncpg.QueryCanceledError as error:
        raise TookTooLong(limit) from error


@contextmanager
def loss_is_told(connection: Held | None = None) -> Iterator[None]:
    """Every way in which a connection can fail to come about, or break, is told as one."""
    try:
        yield
    except asyncpg.InsufficientResourcesError as error:
        raise Exhausted(f"The database has too little of what it needs: {error}") from error
    except (*LOST, asyncpg.InterfaceError) as error:
        if isinstance(error, asyncpg.InterfaceError) and not _is_broken(connection):
            raise
        cause = str(error) or type(error).__name__
        raise DatabaseUnavailable(f"The database cannot be reached: {cause}") from error


def _is_broken(connection: Held | None) -> bool:
    try:
        return connection is not None and connection.is_closed()
    except asyncpg.InterfaceError:
        return True  # the pool has taken it back, which it does when a connection breaks
