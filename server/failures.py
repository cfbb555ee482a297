"""What can go wrong on the command line, each told in one sentence."""

import re

import asyncpg
import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError

from server.audit.formats import UnknownFormat
from server.audit.lines import DoesNotVerify
from server.audit.notes import NoKey
from server.audit.parquet import NoParquet
from server.cursors import NotACursor, NotInThisLog
from server.embedded import EmbeddedPostgresFailed
from server.listening import CannotListen
from server.losses import DatabaseUnavailable, DatabaseUnfit, TookTooLong
from server.moving import CannotMove
from server.okr.refusals import Refused
from server.rebuild import CannotBeFolded, NoWayBack, StateDiffers
from server.tracing import NoTelemetry


class Sentence(Exception):
    """What went wrong, for whoever called."""


FAILURES = (
    Sentence,
    CannotBeFolded,
    CannotListen,
    CannotMove,
    DatabaseUnavailable,
    DatabaseUnfit,
    DoesNotVerify,
    EmbeddedPostgresFailed,
    NoKey,
    NoParquet,
    NoTelemetry,
    NoWayBack,
    NotACursor,
    NotInThisLog,
    OSError,
    Refused,
    SettingsError,
    StateDiffers,
    TookTooLong,
    UnknownFormat,
    ValidationError,
    asyncpg.PostgresError,
    typer.TyperException,
)


def sentence(error: Exception) -> str:
    """What went wrong, naming the thing that was wrong."""
    match error:
        case ValidationError() | SettingsError():
            return _set_wrong(error)
        case Refused():
            return " ".join(": ".join([*reason.path, reason.message]) for reason in error.reasons)
        case typer.TyperException():
            return error.format_message()
        case OSError(filename=str(name)):
            return f"{name}: {error.strerror}"
        case asyncpg.PostgresError():
            return f"The database answers: {error}"
    return str(error)


def _set_wrong(error: ValidationError | SettingsError) -> str:
    """Which setting is wrong, and why."""
    if isinstance(error, ValidationError):
        return "; ".join(
            f"OKRLOG_{str(each['loc'][0]).upper()} is {each['input']!r}: {each['msg']}"
            for each in error.errors()
        )
    named = re.search(r'field "(\w+)"', str(error))
    if named is None:
        return str(error)
    name = f"OKRLOG_{named[1].upper()}"
    return f"{name} is no JSON: `okrlog serve --help` says what it is a list of."
