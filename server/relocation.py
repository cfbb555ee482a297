"""The commands that move an organization to another PostgreSQL server, and clear up behind it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import asyncpg
import msgspec
import typer

from server.app import Urls, brought_up_to_date, located
from server.directory import Directory, write
from server.failures import Sentence
from server.losses import loss_is_told
from server.migrate import alone, owner_of
from server.moving import CannotMove, Move, Server, leave, thaw
from server.progress import shown
from server.queries import query
from server.settings import Settings
from server.shell import run, settings

Organization = Annotated[UUID, typer.Argument(help="Its id.")]


def move(
    organization: Organization,
    to: Annotated[str, typer.Option(help="The server, as the directory calls it, or `default`.")],
) -> None:
    """Move an organization to another server of the directory, with its log and all beside it.

    It is written to meanwhile, but for a moment at the end. Cut short, say it again: or with
    `--to` the server where it was, and all is as before.
    """
    told = run(moved_to(settings(), organization, to))
    print(msgspec.json.encode(told).decode())


def remove(
    organization: Organization,
    from_: Annotated[str, typer.Option("--from", help="The server where it was.")],
) -> None:
    """Delete what a move has left of an organization on the server where it was."""
    told = run(removed_from(settings(), organization, from_))
    print(msgspec.json.encode(told).decode())


async def moved_to(known: Settings, organization_id: UUID, to: str) -> dict[str, Any]:
    """Where an organization is now, and how far its log goes; raises CannotMove or Sentence."""
    path, listed = _directory(known)
    before = listed.name_of(organization_id)
    async with located(known) as urls, _opened(urls, before, to) as (source, target):
        if await source.head(organization_id) is None:
            await _check_went_no_further(urls, organization_id, source, to)
        if before == to:
            position = await _back(organization_id, target)
        else:
            with shown("Moving") as told:
                moving = Move(
                    organization_id=organization_id, source=source, target=target, told=told
                )
                position = await moving.carry_out()
        try:
            write(path, organization_id, to)
        except OSError as error:
            raise Sentence(
                f"{organization_id} is on {to} from now on, but {path} says otherwise and cannot "
                f"be written ({error.strerror}): change it there."
            ) from error
    return {"organizationId": str(organization_id), "server": to, "position": position}


async def _back(organization_id: UUID, here: Server) -> int:
    """Where the directory says, it is, or it has begun to leave and stays."""
    head = await here.head(organization_id)
    return await thaw(organization_id, here) if head is None else int(head["position"])


async def _check_went_no_further(urls: Urls, organization_id: UUID, here: Server, to: str) -> None:
    """Raises CannotMove where an old directory leads here: what is here is not to be served again.

    All servers are asked, as it may have gone on from where the mark here leads.
    """
    mark = await here.mark(organization_id)
    meant = mark["server"] if mark is not None else None
    if meant is not None and meant not in urls.all:
        raise CannotMove(f"{organization_id} went to {meant}, which the directory does not name.")
    heads, marks = await _elsewhere(urls, organization_id, here)
    for name in heads:
        if not name == to == meant:
            raise CannotMove(f"{organization_id} is on {name}: the directory has to say so.")
    last = max(marks, key=lambda name: _time(marks[name]), default=None)
    if mark is not None and last is not None and _time(marks[last]) > _time(mark):
        raise CannotMove(
            f"{organization_id} went on from {last} to {marks[last]['server']}: "
            f"the directory has to say that it is on {last}."
        )


async def _elsewhere(
    urls: Urls, organization_id: UUID, here: Server
) -> tuple[dict[str, asyncpg.Record], dict[str, asyncpg.Record]]:
    """Heads and marks on all other servers, which are only read: nobody waits for that."""
    heads: dict[str, asyncpg.Record] = {}
    marks: dict[str, asyncpg.Record] = {}
    for name, each in urls.all.items():
        if name == here.name:
            continue
        async with owner_of(each.owner) as owner:
            there = Server(name=name, owner=owner)
            # A server that lacks the tables has never had anybody who went away from there.
            with loss_is_told(owner), suppress(asyncpg.UndefinedTableError):
                if head := await there.head(organization_id):
                    heads[name] = head
                if mark := await there.mark(organization_id):
                    marks[name] = mark
    return heads, marks


def _time(mark: Any) -> tuple[int, int, datetime]:
    """When it left; clocks of servers decide only between moves without a fact in between."""
    return mark["epoch"], mark["position"], mark["moved_at"]


async def removed_from(known: Settings, organization_id: UUID, name: str) -> dict[str, Any]:
    """Where nothing of an organization is any more; raises Sentence."""
    _, listed = _directory(known)
    meant = listed.name_of(organization_id)
    if meant == name:
        raise Sentence(f"The directory says that {organization_id} is on {name}.")
    async with located(known) as urls, _opened(urls, name, meant) as (here, there):
        stands = await here.head(organization_id) or await here.mark(organization_id)
        if await there.head(organization_id) is None or stands is None:
            raise Sentence(f"{organization_id} did not move from {name} to {meant}.")
        values = organization_id, stands["position"]
        if await there.owner.fetchval(query("chain_at"), *values) != stands["chain"]:
            raise Sentence(f"What {name} has of {organization_id} is not in its log on {meant}.")
        if await here.head(organization_id) is not None:
            await leave(organization_id, here, meant)
        await here.owner.execute(query("forget"), organization_id)
    return {"organizationId": str(organization_id), "removedFrom": name}


def _directory(known: Settings) -> tuple[Path, Directory]:
    if known.directory is None:
        raise Sentence("Name the file that says where organizations are in OKRLOG_DIRECTORY.")
    return known.directory, Directory(known.directory)


@asynccontextmanager
async def _opened(urls: Urls, *names: str) -> AsyncIterator[list[Server]]:
    """Servers by their names, brought up to date; nobody migrates or rebuilds them meanwhile."""
    opened: dict[str, Server] = {}
    async with AsyncExitStack() as stack:
        # In the same order by everybody, or two would wait for each other.
        for name in sorted(set(names)):
            if name not in urls.all:
                raise Sentence(f"There is no server {name!r}: there are {', '.join(urls.all)}.")
            await brought_up_to_date(urls.all[name])
            owner = await stack.enter_async_context(owner_of(urls.all[name].owner))
            await stack.enter_async_context(alone(owner))
            opened[name] = Server(name=name, owner=owner)
        yield [opened[name] for name in names]
