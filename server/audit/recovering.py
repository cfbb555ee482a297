"""Compares logs with what was signed of them and given away: that is what a restore cannot undo."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self
from uuid import UUID

import asyncpg
import httpx

from server.audit.checkpoints import Checkpoint
from server.audit.notes import Verifier
from server.queries import query
from server.webhooks import PATIENCE

NAME = re.compile(r"([1-9]\d*)-([1-9]\d*)\.checkpoint").fullmatch
Place = tuple[int, int]


class Finding(StrEnum):
    """What the newest checkpoint says of a log."""

    KEPT = "KEPT"
    LOST = "LOST"
    REWRITTEN = "REWRITTEN"
    UNSIGNED = "UNSIGNED"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """How a log stands to its checkpoints: the newest, and the newest that the log has."""

    finding: Finding
    newest: Checkpoint | None = None
    shared: int | None = None
    """Null where nothing is missing, or nobody knows."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """Checkpoints where they were given away: single ones, and folders with one for each."""

    single: list[Checkpoint]
    folders: list[Path]
    key: Verifier

    @classmethod
    def at(cls, places: Iterable[str], key: Verifier) -> Self:
        """What stands at files, folders and addresses; raises DoesNotVerify, OSError, HTTPError."""
        places = list(places)
        folders = [Path(each) for each in places if Path(each).is_dir()]
        notes = [_note(each) for each in places if not Path(each).is_dir()]
        return cls(single=[Checkpoint.said(each, key) for each in notes], folders=folders, key=key)

    def of(self, organization_id: UUID) -> Iterator[Checkpoint]:
        """Those of an organization, the newest first; read as they are asked for."""
        whose = str(organization_id)
        found: list[tuple[Place, Checkpoint | Path]] = [
            (_place(each), each) for each in self.single if each.organization == whose
        ]
        for folder in self.folders:
            found += [(_named(each), each) for each in (folder / whose).glob("*.checkpoint")]
        for _, each in sorted(found, key=lambda one: one[0], reverse=True):
            yield each if isinstance(each, Checkpoint) else self._read(each)

    def _read(self, path: Path) -> Checkpoint:
        return Checkpoint.said(path.read_text(encoding="utf-8"), self.key)


async def compare(
    owner: asyncpg.Connection, organization_id: UUID, head: int, published: Published
) -> Compared:
    """What is certain of a log that ends there: the newest checkpoint fits, or facts are gone."""
    newest: Checkpoint | None = None
    for each in published.of(organization_id):
        newest = newest or each
        chain = await owner.fetchval(query("chain_at"), organization_id, each.position)
        if chain == each.chain:
            if each is newest:
                return Compared(finding=Finding.KEPT, newest=newest)
            return _missing(newest, head, each.position)
    if newest is None:
        return Compared(finding=Finding.UNSIGNED)
    return _missing(newest, head, 0)


def _missing(newest: Checkpoint, head: int, shared: int) -> Compared:
    """The log may have gone on before it was looked at: then it was another one from there on."""
    finding = Finding.LOST if newest.position > head else Finding.REWRITTEN
    return Compared(finding=finding, newest=newest, shared=shared)


def _note(place: str) -> str:
    if place.startswith(("http://", "https://")):
        answer = httpx.get(place, timeout=PATIENCE, follow_redirects=True)
        return answer.raise_for_status().text
    return Path(place).read_text(encoding="utf-8")


def _place(checkpoint: Checkpoint) -> Place:
    return checkpoint.epoch, checkpoint.position


def _named(path: Path) -> Place:
    """Epoch and position, which a file is named after."""
    parts = NAME(path.name)
    return (int(parts[1]), int(parts[2])) if parts else (0, 0)
