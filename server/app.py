"""Front door: routes, lifespan, and the one place where everything is put together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from hmac import compare_digest
from urllib.parse import unquote, urlsplit

import httpx
import structlog
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute

from server.audit.issuing import Issuer
from server.auth import Tokens
from server.browsers import guards
from server.commands import Handler
from server.counted import Counted
from server.database import Database
from server.directory import HOME, Directory, Server
from server.embedded import EmbeddedPostgres, EmbeddedPostgresFailed
from server.exporting import Exporting
from server.front import Front
from server.identity.api_keys import ApiKeys
from server.identity.bearers import Vouchers
from server.identity.issuers import Issuers
from server.identity.people import People
from server.keys import signing_key
from server.live.hub import Hub
from server.log import Log
from server.losses import DatabaseUnavailable, DatabaseUnfit
from server.meanwhile import meanwhile
from server.metrics import Metrics
from server.migrate import migrate, owner_of
from server.pages import Explored, board, explorer, page_of_graph
from server.rates import Gate
from server.rebuild import Rebuilt, Told, unheard
from server.replicas import Replicas
from server.settings import Settings
from server.signing import routes, signer_of

log = structlog.get_logger()

LOOK_SECONDS = 0.25
PAUSE_SECONDS = 5


@dataclass(kw_only=True)
class Okrlog:
    """Everything, opened: what requests and commands of the shell work with."""

    settings: Settings
    database: Database
    handler: Handler
    tokens: Tokens
    hub: Hub
    gate: Gate = field(init=False)
    replicas: Replicas = field(init=False)
    metrics: Metrics = field(init=False)

    def __post_init__(self) -> None:
        self.gate = Gate(self.settings)
        self.replicas = Replicas(self.settings, self.database, self.tokens)
        self.metrics = Metrics(hub=self.hub, database=self.database, gate=self.gate)

    @property
    def issuer(self) -> Issuer:
        """Who signs the logs of this database."""
        return Issuer(database=self.database, signer=signer_of(self.settings))


@dataclass(kw_only=True)
class Urls:
    """Where the database is: for its owner, for who hears notifications, and for requests.

    ``others`` are the servers of the directory by their names.
    """

    owner: str
    direct: str
    requests: str
    others: dict[str, "Urls"] = field(default_factory=dict)

    @property
    def all(self) -> dict[str, "Urls"]:
        """All servers, the one that settings name first."""
        return {HOME: self, **self.others}


class NotAllAnswer(DatabaseUnavailable):
    """Some servers of the directory cannot be used; what was to be done is done on the rest."""


@asynccontextmanager
async def located(settings: Settings) -> AsyncIterator[Urls]:
    """The database that the settings name, or the embedded one for as long as it is needed."""
    others = {
        name: _elsewhere(name, each, pooled=settings.pooled)
        for name, each in Directory(settings.directory).servers.items()
    }
    if settings.database_url is not None:
        direct = settings.direct_database_url or settings.database_url
        yield Urls(
            owner=settings.owner_database_url or direct,
            direct=direct,
            requests=settings.database_url,
            others=others,
        )
        return
    embedded = await asyncio.to_thread(EmbeddedPostgres.open, settings.data_dir)
    try:
        url = embedded.url
        async with meanwhile(kept_running(embedded)):
            yield Urls(owner=url, direct=url, requests=url, others=others)
    finally:
        await asyncio.to_thread(embedded.close)


def _elsewhere(name: str, server: Server, *, pooled: bool) -> Urls:
    if pooled and server.owner_database_url is None:
        raise DatabaseUnfit(f"servers.{name}: name the database itself in owner_database_url.")
    owner = server.owner_database_url or server.database_url
    return Urls(owner=owner, direct=owner, requests=server.database_url)


async def kept_running(embedded: EmbeddedPostgres) -> None:
    """Start the embedded server again whenever it has died; pools find it by themselves."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            if await asyncio.to_thread(embedded.revive):
                log.warning("the embedded PostgreSQL had died and runs again")
        except (EmbeddedPostgresFailed, OSError) as error:
            log.warning("the embedded PostgreSQL has died and does not start", reason=str(error))
            await asyncio.sleep(PAUSE_SECONDS)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Okrlog]:
    """Everything put together, the database up to date unless the settings say otherwise."""
    async with AsyncExitStack() as stack:
        urls = await stack.enter_async_context(located(settings))
        if settings.migrate_on_start:
            await prepared(urls)
        database = await stack.enter_async_context(Database(settings, urls.requests))
        client = await stack.enter_async_context(httpx.AsyncClient())
        hub = Hub(database, settings, urls.direct)
        handler = Handler(database=database, log=Log(database, hub.committed))
        issuers = Issuers(
            trusted=settings.issuers, client=client, patience=settings.patience_with_issuers
        )
        tokens = Tokens(
            key=signing_key(settings.keys, "tokens"),
            database=database,
            vouchers=(
                ApiKeys(database=database),
                Vouchers(issuers=issuers, people=People(handler=handler)),
            ),
        )
        okrlog = Okrlog(
            settings=settings, database=database, handler=handler, hub=hub, tokens=tokens
        )
        yield okrlog


async def prepared(urls: Urls) -> None:
    """Up to date, at a start: who is at home does not wait for a server that does not answer."""
    try:
        await bring_up_to_date(urls)
    except NotAllAnswer as error:
        log.warning("a server is not brought up to date", cause=str(error))


async def bring_up_to_date(urls: Urls, told: Told = unheard) -> list[Rebuilt]:
    """Migrate all servers, as their owners, who are needed for this alone."""
    rebuilt = await brought_up_to_date(urls, told)
    silent: list[str] = []
    for name, each in urls.others.items():
        try:
            rebuilt += await brought_up_to_date(each, told)
        except (DatabaseUnavailable, DatabaseUnfit) as error:
            silent.append(f"{name}: {error}")
    if silent:
        raise NotAllAnswer(" ".join(silent))
    return rebuilt


async def brought_up_to_date(urls: Urls, told: Told = unheard) -> list[Rebuilt]:
    """Migrate one server."""
    login = urlsplit(urls.requests).username
    async with owner_of(urls.owner) as owner:
        return await migrate(owner, login and unquote(login), told)


def app(okrlog: Okrlog) -> Starlette:
    """The routes."""
    exporting = Exporting(okrlog.handler, okrlog.tokens)
    front = Front(
        okrlog.handler, okrlog.tokens, okrlog.hub, okrlog.gate, okrlog.replicas, okrlog.settings
    )

    async def live(_: Request) -> JSONResponse:
        return JSONResponse({"status": "live"})

    async def ready(_: Request) -> JSONResponse:
        facts, seconds = okrlog.hub.lag
        fit = await okrlog.database.answers() and seconds <= okrlog.settings.lag_limit
        told = {
            "status": "ready" if fit else "waiting",
            "lag": {"facts": facts, "seconds": seconds},
        }
        return JSONResponse(told, 200 if fit else 503)

    async def measured(request: Request) -> PlainTextResponse:
        token = okrlog.settings.metrics_token
        said = request.headers.get("authorization", "")
        if token is None:
            return PlainTextResponse("Not found.", 404)
        if not compare_digest(said.encode(), f"Bearer {token.get_secret_value()}".encode()):
            return PlainTextResponse("Send the token.", 401, {"WWW-Authenticate": "Bearer"})
        return PlainTextResponse(okrlog.metrics.text(), media_type=CONTENT_TYPE_LATEST)

    shown = front.sdl if okrlog.settings.introspection else None

    async def sdl(_: Request) -> PlainTextResponse:
        if shown is None:
            return PlainTextResponse("Not found.", 404)
        return PlainTextResponse(shown, media_type="text/plain; charset=utf-8")

    others = [
        Route("/audit/events", exporting.events, methods=["GET"]),
        Route("/schema.graphql", sdl),
        *routes(okrlog.issuer, okrlog.tokens),
        Route("/metrics", measured),
        *board(okrlog.settings),
        *explorer(),
    ]
    return Starlette(
        routes=[
            Route("/graphql", Explored(front, Counted(page_of_graph(shown), okrlog.gate))),
            WebSocketRoute("/graphql", front),
            Route("/health/live", live),
            Route("/health/ready", ready),
            Mount("", routes=others, middleware=[Middleware(Counted, gate=okrlog.gate)]),
        ],
        middleware=guards(okrlog.settings),
    )
