"""The commands of those who check a history: none of them has to trust the server."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from server.audit.checking import check
from server.audit.notes import NoKey, Verifier


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
    told = check(file, _texts(checkpoint), _texts(proof), _key(key))
    print("\n".join(told.good))
    if told.beside:
        print("\n".join(told.beside), file=sys.stderr)


def _texts(paths: list[Path] | None) -> list[str]:
    return [path.read_bytes().decode(errors="replace") for path in paths or []]


def _key(said: str | None) -> Verifier | None:
    if said is None:
        return None
    try:
        text = said if "+" in said else Path(said).read_text(encoding="utf-8")
        return Verifier.said(text)
    except (NoKey, UnicodeError) as error:
        raise typer.BadParameter(f"{said!r}: {error}.", param_hint="'--key'") from error
