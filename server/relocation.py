"""The commands that move an organization to another PostgreSQL server, and clear up behind it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import msgspec
import typer

from server.app import Urls, brought_up_to_date, located
from server.directory import Directory, write
from server.failures import Sentence
from server.migrate import alone, connect
from server.moving import Move, Server, leave, thaw
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
        if before == to:
            position = await _back(urls, organization_id, target)
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


async def _back(urls: Urls, organization_id: UUID, here: Server) -> int:
    """Where the directory says, it is, or it has begun to leave and stays."""
    head, mark = await here.head(organization_id), await here.mark(organization_id)
    if head is not None:
        return int(head["position"])
    if mark is not None:
        async with _opened(urls, mark["server"]) as (there,):
            if await there.head(organization_id) is not None:
                raise Sentence(f"{organization_id} is on {there.name}: move it from there.")
    return await thaw(organization_id, here)


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
            owner = await connect(urls.all[name].owner)
            stack.push_async_callback(owner.close)
            await stack.enter_async_context(alone(owner))
            opened[name] = Server(name=name, owner=owner)
        yield [opened[name] for name in names]
