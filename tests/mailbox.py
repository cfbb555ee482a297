"""Takes what is posted to an address of this machine, so that tests can look at it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Posted:
    """A request by POST."""

    path: str
    key: str | None
    kind: str | None
    body: bytes

    def json(self) -> Any:
        """What it says, where that is JSON."""
        return json.loads(self.body)


class Mailbox(HTTPServer):
    """Keeps what is posted, and answers with a status."""

    status = 204

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taking)
        self.got: list[Posted] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Taking(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        mailbox = self.server
        assert isinstance(mailbox, Mailbox)
        posted = Posted(
            path=self.path,
            key=self.headers["idempotency-key"],
            kind=self.headers["content-type"],
            body=self.rfile.read(int(self.headers["content-length"])),
        )
        mailbox.got.append(posted)
        self.send_response(mailbox.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody needs to read it."""


@contextmanager
def opened() -> Iterator[Mailbox]:
    """A mailbox for as long as the block lasts."""
    with Mailbox() as mailbox:
        thread = Thread(target=mailbox.serve_forever)
        thread.start()
        yield mailbox
        mailbox.shutdown()
        thread.join()
