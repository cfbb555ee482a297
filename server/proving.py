"""The commands of those who check a history: none of them has to trust the server."""

import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from server.app import opened
from server.audit.checking import check
from server.audit.issuing import Issuer, NotThatFar, NotTheSignedLog
from server.audit.notes import NoKey, Verifier
from server.failures import Sentence
from server.shell import chosen_organization, run, settings
from server.signing import signer_of


def verify(
    file: Annotated[
        typer.FileBinaryRead,
        typer.Argument(
            help="An export, one fact per line, or a proof that a log has grown; - is stdin."
        ),
    ],
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(help="A signed checkpoint; may be given several times.", exists=True),
    ] = None,
    proof: Annotated[
        list[Path] | None,
        typer.Option(help="A proof that a fact is in the log; several times too.", exists=True),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(help="The public key of who signed, as `okrlog key` prints it, or its file."),
    ] = None,
) -> None:
    """Check an exported history; ends with 1 at the first thing that does not fit."""
    told = check(file, _texts(checkpoint), _texts(proof), key_said(key))
    print("\n".join(told.good))
    if told.beside:
        print("\n".join(told.beside), file=sys.stderr)


Organization = Annotated[
    UUID | None, typer.Option("--organization", help="Whose log; the only one by default.")
]


def key() -> None:
    """Print the public key of who signs checkpoints here; it needs no database."""
    print(signer_of(settings()).verifier)


def checkpoint(organization: Organization = None) -> None:
    """Sign how far a log has come, and print it."""
    _proved(organization, lambda issuer, whose: issuer.note(whose))


def prove(
    position: Annotated[int, typer.Argument(help="The fact that it is about.", min=1)],
    organization: Organization = None,
    growth: Annotated[
        bool,
        typer.Option("--growth", help="That the log begins with what it was at that position."),
    ] = False,
) -> None:
    """Print a proof that a fact is in the log, which `verify` takes."""

    def proof(issuer: Issuer, whose: UUID) -> Coroutine[Any, Any, str]:
        return (issuer.growth if growth else issuer.inclusion)(whose, position)

    _proved(organization, proof)


def _proved(
    organization: UUID | None, proof: Callable[[Issuer, UUID], Coroutine[Any, Any, str]]
) -> None:
    async def work() -> str:
        async with opened(settings()) as okrlog:
            whose = await chosen_organization(okrlog.handler, organization)
            try:
                return await proof(okrlog.issuer, whose)
            except (NotThatFar, NotTheSignedLog) as error:
                raise Sentence(str(error)) from error

    sys.stdout.write(run(work()))


def _texts(paths: list[Path] | None) -> list[str]:
    return [path.read_bytes().decode(errors="replace") for path in paths or []]


def key_said(said: str | None) -> Verifier | None:
    if said is None:
        return None
    try:
        text = said if "+" in said else Path(said).read_text(encoding="utf-8")
        return Verifier.said(text)
    except (NoKey, UnicodeError) as error:
        raise typer.BadParameter(f"{said!r}: {error}.", param_hint="'--key'") from error
