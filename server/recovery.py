"""The command for after a restore or a failover: what was lost, and a new branch behind it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import asyncpg
import httpx
import msgspec
import typer

from server.app import Urls, brought_up_to_date, located
from server.audit.operator import by_the_operator
from server.audit.recovering import Compared, Finding, Published, compare
from server.directory import HOME
from server.failures import Sentence
from server.log import appended
from server.migrate import owner_of
from server.okr.restores import RestoreLog, restore_log
from server.pools import search_path
from server.proving import key_said
from server.queries import query
from server.settings import Settings
from server.shell import run, settings
from server.signing import signer_of


@dataclass(kw_only=True)
class Recovered:
    """A log after a restore: where it goes on, and what its newest checkpoint says of it."""

    organization_id: UUID
    epoch: int
    first_position: int
    finding: Finding
    signed_position: int | None
    shared_position: int | None


def recover(
    reason: Annotated[str, typer.Option(help="What happened, for whoever reads the log.")],
    checkpoint: Annotated[
        list[str] | None,
        typer.Option(
            help="A folder, a file or an address where checkpoints were given away; may be given "
            "several times. By default OKRLOG_CHECKPOINT_DIR."
        ),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(help="The public key of who signed, or its file; by default our own."),
    ] = None,
    server: Annotated[
        str | None, typer.Option(help="Which server of the directory was restored.")
    ] = None,
) -> None:
    """Say that a restore or a failover may have lost facts: every log goes on in a new epoch.

    Each is compared with the newest checkpoint of it that was given away.
    """
    if not reason.strip():
        raise Sentence("A reason is missing: say what happened.")
    known = settings()
    places = checkpoint or ([str(known.checkpoint_dir)] if known.checkpoint_dir else [])
    try:
        published = Published.at(places, key_said(key) or signer_of(known).verifier)
    except httpx.HTTPError as error:
        raise Sentence(f"A checkpoint cannot be fetched: {error}.") from error
    for each in run(_recover(known, server, reason, published)):
        print(msgspec.json.encode(each).decode())


async def _recover(
    settings: Settings, server: str | None, reason: str, published: Published
) -> list[Recovered]:
    async with located(settings) as urls:
        restored = server_named(urls, server)
        # The fact is of a kind that an older state does not know.
        await brought_up_to_date(restored)
        async with owner_of(restored.owner) as owner:
            heads = await owner.fetch(query("heads"))
            return [await _branch(owner, head, reason, published) for head in heads]


def server_named(urls: Urls, name: str | None) -> Urls:
    """The one that was stated, or the only one there is."""
    known = urls.all
    if name is None and len(known) > 1:
        raise Sentence(f"Say which server was restored with --server: {', '.join(known)}.")
    if name is not None and name not in known:
        raise Sentence(f"There is no server {name!r}: there are {', '.join(known)}.")
    return known[name or HOME]


async def _branch(
    owner: asyncpg.Connection, head: asyncpg.Record, reason: str, published: Published
) -> Recovered:
    """The new epoch and the fact that tells of it, both or neither."""
    organization_id = head["org_id"]
    found = await compare(owner, organization_id, head["position"], published)
    seen = found.newest.epoch if found.newest else 1
    async with owner.transaction():
        values = reason, organization_id, seen, found.shared
        [epoch] = await owner.fetch(query("begin_epoch"), *values)
        recovered = _recovered(organization_id, epoch, found)
        await owner.execute(query("set_search_path"), search_path(head["state_version"], "now"))
        await owner.fetchval(query("set_organization"), str(organization_id))
        said = RestoreLog(
            epoch=recovered.epoch,
            last_position=recovered.first_position - 1,
            signed_position=recovered.signed_position,
            shared_position=recovered.shared_position,
            reason=reason,
        )
        await appended(owner, [by_the_operator(organization_id, restore_log, said)])
    return recovered


def _recovered(organization_id: UUID, epoch: asyncpg.Record, found: Compared) -> Recovered:
    return Recovered(
        organization_id=organization_id,
        epoch=epoch["epoch"],
        first_position=epoch["first_position"],
        finding=found.finding,
        signed_position=found.newest.position if found.newest else None,
        shared_position=found.shared,
    )
