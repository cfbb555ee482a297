"""On which PostgreSQL server an organization is: a file says so, read again when it changes."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Self
from uuid import UUID

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from server.losses import DatabaseUnfit

log = structlog.get_logger()

HOME = "default"
"""What the server of OKRLOG_DATABASE_URL is called; whoever is not listed is there."""
LOOK_SECONDS = 1.0

Name = Annotated[str, Field(pattern=r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", max_length=63)]


class Server(BaseModel):
    """How a server is reached: by requests, by its owner, and its replicas."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    database_url: str
    owner_database_url: str | None = None
    replica_url: str | None = None


class Listed(BaseModel):
    """What the file says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    servers: dict[Name, Server] = {}
    organizations: dict[UUID, str] = {}

    @model_validator(mode="after")
    def names_are_known(self) -> Self:
        """An organization is on a server that is described; one server has its name already."""
        if HOME in self.servers:
            raise ValueError(f"servers.{HOME} is that of OKRLOG_DATABASE_URL")
        for organization_id, name in self.organizations.items():
            if name != HOME and name not in self.servers:
                raise ValueError(f"organizations.{organization_id}: there is no server {name!r}")
        return self


class Directory:
    """The file as it stands. One that has become wrong is told, and the one before goes on."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._seen: object = None
        self._looked = 0.0
        self._listed = Listed()
        if path is not None:
            self._seen, self._listed = _state(path), read(path)

    @property
    def servers(self) -> dict[str, Server]:
        """All but the one that settings name."""
        return self._now().servers

    def of(self, organization_id: UUID) -> Server | None:
        """Where an organization is; None at home."""
        if self.path is None:
            return None
        listed = self._now()
        return listed.servers.get(listed.organizations.get(organization_id, HOME))

    def name_of(self, organization_id: UUID) -> str:
        """What the server is called where an organization is."""
        return self._now().organizations.get(organization_id, HOME)

    @property
    def organizations(self) -> dict[UUID, str]:
        """Those that are listed, with the names of their servers."""
        return self._now().organizations

    def _now(self) -> Listed:
        """Looked at again once a second, by whoever asks."""
        if self.path is not None and time.monotonic() - self._looked > LOOK_SECONDS:
            self._looked = time.monotonic()
            try:
                if (seen := _state(self.path)) != self._seen:
                    self._seen, self._listed = seen, read(self.path)
            except (OSError, DatabaseUnfit) as error:
                log.error("the directory stays as it was", cause=str(error))  # noqa: TRY400
        return self._listed


def read(path: Path) -> Listed:
    """What a file says; DatabaseUnfit names the entry that is wrong, and repeats no password."""
    try:
        return Listed.model_validate_json(path.read_bytes())
    except ValidationError as error:
        said = "; ".join(f"{_place(each)}{each['msg']}" for each in error.errors())
        raise DatabaseUnfit(f"{path}: {said}") from error


def write(path: Path, organization_id: UUID, name: str) -> None:
    """Say in the file that an organization is on a server: whole, or not at all."""
    path = path.resolve()
    with _turn(path.parent):
        said = json.loads(path.read_bytes())
        listed = said.get("organizations", {})
        others = {each: server for each, server in listed.items() if UUID(each) != organization_id}
        said["organizations"] = others if name == HOME else {**others, str(organization_id): name}
        _replace(path, json.dumps(said, indent=2) + "\n")


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Of those who read, change and write a file of a folder, one after another."""
    turn = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield
    finally:
        os.close(turn)


def _replace(path: Path, text: str) -> None:
    """Whoever could read the file can read the new one, and nobody else."""
    draft, before = path.with_name(f".{path.name}.{os.getpid()}"), path.stat()
    try:
        draft.touch(mode=0o600)
        if os.geteuid() == 0:
            os.chown(draft, before.st_uid, before.st_gid)
        draft.chmod(before.st_mode & 0o777)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _place(error: Any) -> str:
    place = ".".join(str(each) for each in error["loc"] if each != "[key]")
    return f"{place}: " if place else ""


def _state(path: Path) -> object:
    """Another one after each change, whoever made it and however."""
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_ino, seen.st_size
