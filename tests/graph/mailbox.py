"""Takes what is posted to a webhook, as tests look at it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any


class Mailbox(HTTPServer):
    """Takes what is posted, and answers with a status."""

    status = 204

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Posted)
        self.got: list[tuple[str | None, dict[str, Any]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/digests"


class Posted(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        mailbox = self.server
        assert isinstance(mailbox, Mailbox)
        told = json.loads(self.rfile.read(int(self.headers["content-length"])))
        mailbox.got.append((self.headers["idempotency-key"], told))
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
