"""Two servers that are told to post: each digest and each checkpoint arrives once."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from tests.conftest import Clone
from tests.faults.processes import PATIENCE, Serving, begun, until
from tests.mailbox import Mailbox, opened

METRICS = {"Authorization": "Bearer let-me-see"}


def keys(mailbox: Mailbox) -> Counter[str]:
    """How often something arrived under each key."""
    return Counter(str(each.key) for each in mailbox.got)


def has_looked(serving: Serving) -> bool:
    """Whether it has asked for digests and checkpoints, and been done with it."""
    told = httpx.get(f"{serving.address}/metrics", headers=METRICS, timeout=PATIENCE).text
    asked = ("digests", "checkpoints")
    return all(f'okrlog_statement_seconds_count{{statement="{each}"}}' in told for each in asked)


async def test_what_two_servers_are_to_post_arrives_once(clone: Clone, tmp_path: Path) -> None:
    async with clone() as url:
        usual: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
        told = begun(**usual)
        with opened() as box:
            settings = usual | {
                "digest_webhook": f"{box.address}/digests",
                "digest_weekday": datetime.now(UTC).isoweekday(),
                "checkpoint_webhook": f"{box.address}/checkpoints",
                "checkpoint_seconds": 1,
                "metrics_token": "let-me-see",
            }
            with Serving(**settings) as one, Serving(**settings) as other:
                for each in (one, other):
                    until(lambda each=each: has_looked(each))
                until(lambda: len(keys(box)) >= 2)
                # Whoever starts later asks again, and finds that all has arrived.
                other.stop()
                other.start()
                until(lambda: has_looked(other))
            whose = told["organizationId"]
            got = keys(box)
            checkpoints = [key for key in got if key.startswith(f"{whose}/1/")]
            digests = [key for key in got if told["personId"] in key]
            assert (len(checkpoints), len(digests)) == (1, 1), got
            assert set(got.values()) == {1}, got
