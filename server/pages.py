"""Pages for people, whose files lie beside this: the board, and an explorer of the graph."""

from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from server.documents import OURS, found_in, id_of
from server.settings import Settings

BOARD = Path(__file__).parent / "board"
EXPLORER = Path(__file__).parent / "explorer"
BUILT = EXPLORER / "built"
ASKED = {"query", "documentId"}
NOT_SHOWN = "The schema is not shown here."
WITHOUT_EXPLORER = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>okrlog: schema</title>
<h1>The graph of okrlog</h1>
<p>There is no explorer here: <code>make explorer</code> builds it where there is npm.</p>
<pre>{sdl}</pre>
</html>
"""


class Files(StaticFiles):
    """Files of a page, which a browser keeps for as long as they do not change."""

    def __init__(self, directory: Path, policy: str) -> None:
        super().__init__(directory=directory)
        self._headers = _headers(policy)

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """The file, or that it did not change."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers.update(self._headers)
        return response


def board(settings: Settings) -> list[BaseRoute]:
    """The board, and what it needs to know to begin."""
    documents = {name: id_of(text) for name, text in found_in(OURS).items()}
    trusted = [each for each in settings.issuers if each.board]
    issuers = [
        {"issuer": each.issuer, "client": each.board, "audience": each.audience} for each in trusted
    ]
    asked = " ".join(sorted({_origin(each.issuer) for each in trusted}))
    policy = _policy(f"connect-src 'self' {asked}".rstrip())

    async def page(_: Request) -> Response:
        return FileResponse(BOARD / "index.html", headers=_headers(policy))

    async def about(_: Request) -> Response:
        return JSONResponse({"documents": documents, "issuers": issuers})

    return [
        Route("/", page),
        Route("/board/about.json", about),
        Mount("/board", Files(BOARD, _policy())),
    ]


def explorer() -> list[BaseRoute]:
    """The files that `make explorer` has built."""
    # A worker is ruled by the policy of its own file, and loads what it shares with the page.
    files = Files(BUILT, _policy("connect-src 'self'")) if BUILT.exists() else None
    return [Mount("/explorer", files)] if files else []


def page_of_graph(sdl: str | None) -> ASGIApp:
    """The explorer, or where it was not built the schema as text, if that may be seen."""
    # Its editor makes styles as it goes, and its fonts stand in them.
    styled = _policy("connect-src 'self'", styles="'self' 'unsafe-inline'", fonts="'self' data:")
    text = WITHOUT_EXPLORER.format(sdl=escape(sdl or NOT_SHOWN))

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        built = (BUILT / "main.js").exists()
        answer = (
            FileResponse(EXPLORER / "index.html", headers=_headers(styled))
            if built
            else HTMLResponse(text, headers=_headers(_policy()))
        )
        await answer(scope, receive, send)

    return page


class Explored:
    """An endpoint that shows a page to browsers that ask it nothing."""

    def __init__(self, endpoint: ASGIApp, page: ASGIApp) -> None:
        self._endpoint = endpoint
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The page, or whatever the endpoint answers."""
        answer = self._page if _is_opened(Request(scope)) else self._endpoint
        await answer(scope, receive, send)


def _is_opened(request: Request) -> bool:
    """Whether a browser opens the address, and says nothing that could be answered."""
    return (
        request.method == "GET"
        and "text/html" in request.headers.get("accept", "")
        and not ASKED & request.query_params.keys()
    )


def _headers(policy: str) -> dict[str, str]:
    return {"content-security-policy": policy, "cache-control": "no-cache"}


def _policy(*more: str, styles: str = "'self'", fonts: str = "'self'") -> str:
    """What a page may load, run and ask: nothing that is not this server's own."""
    rules = [
        "default-src 'none'",
        *(f"{each} 'self'" for each in ("script-src", "worker-src")),
        f"style-src {styles}",
        f"font-src {fonts}",
        "img-src 'self' data:",
        *more,
        *(f"{each} 'none'" for each in ("base-uri", "form-action", "frame-ancestors")),
    ]
    return "; ".join(rules)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
