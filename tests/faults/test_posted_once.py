"""Two servers that are told to post: each digest and each checkpoint arrives once."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx

from tests.conftest import Clone
from tests.faults.processes import PATIENCE, Serving, begun, until

METRICS = {"Authorization": "Bearer let-me-see"}


class Mailbox(HTTPServer):
    """Counts what arrives by its key."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Posted)
        self.got = Counter[str]()


class Posted(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        mailbox = self.server
        assert isinstance(mailbox, Mailbox)
        self.rfile.read(int(self.headers["content-length"]))
        mailbox.got[self.headers["idempotency-key"]] += 1
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody needs to read it."""


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as mailbox:
        thread = Thread(target=mailbox.serve_forever)
        thread.start()
        yield mailbox
        mailbox.shutdown()
        thread.join()


def has_looked(serving: Serving) -> bool:
    """Whether it has asked for digests and checkpoints, and been done with it."""
    told = httpx.get(f"{serving.address}/metrics", headers=METRICS, timeout=PATIENCE).text
    asked = ("digests", "checkpoints")
    return all(f'okrlog_statement_seconds_count{{statement="{each}"}}' in told for each in asked)


async def test_what_two_servers_are_to_post_arrives_once(clone: Clone, tmp_path: Path) -> None:
    async with clone() as url:
        usual: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
        told = begun(**usual)
        with mailbox() as box:
            address = f"http://127.0.0.1:{box.server_port}"
            settings = usual | {
                "digest_webhook": f"{address}/digests",
                "digest_weekday": datetime.now(UTC).isoweekday(),
                "checkpoint_webhook": f"{address}/checkpoints",
                "checkpoint_seconds": 1,
                "metrics_token": "let-me-see",
            }
            with Serving(**settings) as one, Serving(**settings) as other:
                for each in (one, other):
                    until(lambda each=each: has_looked(each))
                until(lambda: len(box.got) >= 2)
                # Whoever starts later asks again, and finds that all has arrived.
                other.stop()
                other.start()
                until(lambda: has_looked(other))
            whose = told["organizationId"]
            checkpoints = [key for key in box.got if key.startswith(f"{whose}/1/")]
            digests = [key for key in box.got if told["personId"] in key]
            assert (len(checkpoints), len(digests)) == (1, 1), box.got
            assert set(box.got.values()) == {1}, box.got
