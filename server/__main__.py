"""The command line: results on stdout, all else on stderr; 0, or 1 with one clear sentence."""

import sys
from contextlib import aclosing
from io import TextIOWrapper
from typing import Annotated
from uuid import UUID

import msgspec
import typer

from schema.graph import graph
from server import proving, recovery, relocation, serving
from server.app import opened
from server.audit.formats import KNOWN
from server.audit.taking import Taking, format_of, place_of
from server.demo.load import load
from server.demo.welcome import welcome
from server.doctor import examined
from server.failures import FAILURES, Sentence, sentence
from server.listening import bound
from server.logs import log_to_stderr
from server.okr.organizations import CreateOrganization
from server.shell import chosen_organization, run, settings

cli = typer.Typer(
    help="The GraphQL backend for objectives and key results whose truth is an event log.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
organization = typer.Typer(help="Organizations.")
cli.add_typer(organization, name="organization")


def main() -> None:
    """Run a command; what can go wrong is told in one sentence."""
    log_to_stderr()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # an export is UTF-8 wherever it is written
    try:
        sys.exit(cli(sys.argv[1:] or ["--help"], standalone_mode=False))
    except FAILURES as error:
        print(f"okrlog: {sentence(error)}", file=sys.stderr)
        sys.exit(1)


Host = Annotated[str | None, typer.Option(help="Address to listen on.")]
Port = Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")]


@cli.command(epilog=serving.described())
def serve(
    host: Host = None,
    port: Port = None,
    workers: Annotated[int | None, typer.Option(help="Processes that serve.")] = None,
    listener: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Serve the graph over HTTP."""
    said = settings(host=host, port=port, workers=workers)
    run(serving.serve(said) if listener is None else serving.serve_as_worker(said, listener))


@cli.command()
def demo(
    host: Host = None,
    port: Port = None,
    load_only: Annotated[bool, typer.Option("--load-only", help="Load without serving.")] = False,
) -> None:
    """Load the organization Cartwheel if it is missing, serve it, and say what to try first."""

    async def work() -> None:
        async def welcomed(address: str) -> None:
            print(await welcome(okrlog, address), flush=True)

        changed = settings(host=host, port=port)
        with bound(changed) as listener:
            async with opened(changed) as okrlog:
                await load(okrlog)
                if not load_only:
                    await serving.listen(okrlog, listener, welcomed)

    run(work())


@cli.command()
def migrate() -> None:
    """Bring the database up to date."""
    run(serving.migrate(settings()))


@cli.command()
def doctor() -> None:
    """Look at all that a server needs; each line says how it is and what to do about it."""

    async def work() -> bool:
        fit = True
        async for each in examined(settings()):
            print(each, flush=True)
            fit &= each.finding.state != "bad"
        return fit

    if not run(work()):
        raise Sentence("Something is wrong: see above.")


@cli.command()
def rebuild(
    back: Annotated[
        bool,
        typer.Option(
            "--back", help="Go back to the version of the state before, with all recorded since."
        ),
    ] = False,
) -> None:
    """Replay the log; swap the result in only if it equals what is live."""
    for each in run(serving.rebuild(settings(), back=back)):
        print(msgspec.json.encode(each).decode())
        if each.differences and not back:
            raise Sentence(
                f"The replay differs in {', '.join(each.differences)}; nothing was swapped in."
            )


@cli.command()
def token(
    person: Annotated[UUID, typer.Option(help="For whom the token speaks.")],
    expires: Annotated[
        int | None, typer.Option(help="Seconds for which it is good.", min=1)
    ] = None,
) -> None:
    """Print a bearer token."""

    async def work() -> str:
        async with opened(settings()) as okrlog:
            rows = await okrlog.database.everywhere("organization_of_person", person)
            if not rows:
                raise Sentence(f"There is no active person {person}.")
            lifetime = expires or okrlog.settings.token_lifetime
            return okrlog.tokens.issue(rows[0]["org_id"], person, lifetime)

    print(run(work()))


@cli.command()
def export(
    organization_id: Annotated[
        UUID | None, typer.Option("--organization", help="Whose log; the only one by default.")
    ] = None,
    after: Annotated[str, typer.Option(help="Only facts after this cursor or position.")] = "0",
    until: Annotated[
        str | None, typer.Option(help="Only facts up to this cursor or position.")
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", help=f"How to write it: {KNOWN}."),
    ] = "ndjson",
) -> None:
    """Write the log to stdout, one fact per line; that it left is a fact."""

    async def work() -> None:
        kind = format_of(format_)
        async with opened(settings()) as okrlog:
            chosen = await chosen_organization(okrlog.handler, organization_id)
            taking = Taking(
                handler=okrlog.handler,
                organization_id=chosen,
                person_id=None,
                after=await place_of(okrlog.database, chosen, after),
                until=await place_of(okrlog.database, chosen, until),
                format=kind,
            )
            async with aclosing(taking.sent()) as sent:
                async for piece in sent:
                    written_whole(piece)
            sys.stdout.buffer.flush()

    run(work())


for each in (
    proving.verify,
    proving.key,
    proving.checkpoint,
    proving.prove,
    recovery.recover,
    relocation.move,
):
    cli.command()(each)


def written_whole(piece: bytes) -> None:
    """Where Python does not buffer its output, a write may take a part and say so."""
    left = memoryview(piece)
    while left:
        left = left[sys.stdout.buffer.write(left) :]


@cli.command()
def schema() -> None:
    """Print the schema in GraphQL's own language."""
    print(graph().as_str())


organization.command()(relocation.remove)


@organization.command()
def create(
    name: Annotated[str, typer.Argument(help="What the organization is called.")],
    administrator: Annotated[str, typer.Option(help="E-mail address of the first administrator.")],
    time_zone: Annotated[str, typer.Option(help="Where its day begins.")] = "UTC",
) -> None:
    """Begin an organization; prints its id, its administrator's id and a token."""

    async def work() -> dict[str, str]:
        async with opened(settings()) as okrlog:
            actor = await okrlog.handler.create_organization(
                CreateOrganization(
                    name=name,
                    administrator_name=administrator,
                    administrator_email=administrator,
                    time_zone=time_zone,
                )
            )
            token_ = okrlog.tokens.issue(
                actor.organization_id, actor.id, okrlog.settings.token_lifetime
            )
            return {
                "organizationId": str(actor.organization_id),
                "personId": str(actor.id),
                "token": token_,
            }

    print(msgspec.json.encode(run(work())).decode())


if __name__ == "__main__":
    main()
