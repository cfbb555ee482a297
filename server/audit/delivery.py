"""Takes checkpoints out of the reach of whoever can write the database."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from server.audit.checkpoints import Checkpoint
from server.database import Database
from server.settings import Settings
from server.webhooks import post_once

TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A checkpoint as it is given away; given away twice, it is the same."""

    checkpoint: Checkpoint
    note: str


Carrier = Callable[[Parcel], Awaitable[None]]


def carriers(settings: Settings, database: Database) -> list[Carrier]:
    """Everything that the settings say checkpoints are to be given to."""
    found: list[Carrier] = []
    if settings.checkpoint_dir is not None:
        found.append(into(settings.checkpoint_dir))
    if settings.checkpoint_webhook is not None:
        found.append(posted(str(settings.checkpoint_webhook), database))
    if settings.checkpoint_stdout:
        found.append(printed)
    return found


def into(folder: Path) -> Carrier:
    """Each checkpoint is a file in its organization's folder, whole or not there."""

    async def carry(parcel: Parcel) -> None:
        await asyncio.to_thread(_written, folder, parcel)

    return carry


def _written(folder: Path, parcel: Parcel) -> None:
    checkpoint = parcel.checkpoint
    path = folder / checkpoint.organization / f"{checkpoint.epoch}-{checkpoint.position}.checkpoint"
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(parcel.note, encoding="utf-8")
    draft.replace(path)


def posted(address: str, database: Database) -> Carrier:
    """Each checkpoint is posted, by one of all servers; the same one has the same key."""

    async def carry(parcel: Parcel) -> None:
        checkpoint = parcel.checkpoint
        key = f"{checkpoint.organization}/{checkpoint.epoch}/{checkpoint.position}"
        whose = UUID(checkpoint.organization)
        await post_once(database, whose, address, parcel.note, kind=TEXT, key=key)

    return carry


async def printed(parcel: Parcel) -> None:
    """Each checkpoint is a line, for those who collect what servers print."""
    print(json.dumps({"checkpoint": parcel.note}, ensure_ascii=False), flush=True)
