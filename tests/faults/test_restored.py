"""After a restore and after a failover that lost facts, all that was lost is told so."""

import asyncio
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from server.embedded import EmbeddedPostgres
from server.migrate import owner_of
from tests.faults.backups import base_backup, configure, give, program
from tests.faults.conftest import PEOPLE, Home
from tests.faults.processes import Serving, result, until

FACTS = PEOPLE + 3
LOST = 2
PAGE = "{ organization { people { totalCount } } }"
LAST = """{ organization { events(last: 1) { nodes {
  __typename position
  ... on LogRestored { reason epoch lastPosition signedPosition sharedPosition } } } } }"""


@dataclass(kw_only=True)
class Seen:
    """What somebody took away before facts were lost: an answer's tag, a cursor, a checkpoint."""

    tag: str
    cursor: str
    checkpoints: tuple[str, str]


class Reader:
    """Whoever asks a server over HTTP."""

    def __init__(self, home: Home, serving: Serving) -> None:
        self._home, self._serving = home, serving

    def get(self, path: str, tag: str | None = None, **params: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self._home.token}"}
        if tag is not None:
            headers["If-None-Match"] = tag
        return httpx.get(f"{self._serving.address}{path}", params=params, headers=headers)

    def add_people(self, number: int, name: str) -> None:
        said = " ".join(
            f'a{each}: addPerson(input: {{name: "{name}"}}) {{ position }}'
            for each in range(number)
        )
        assert "errors" not in self._serving.ask(self._home.token, f"mutation {{ {said} }}")


def lost(home: Home) -> Seen:
    """Two people come after the backup, and that is seen and signed, as all before it was."""
    with Serving(data_dir=home.data_dir, checkpoint_seconds=0) as serving:
        reader = Reader(home, serving)
        before = reader.get("/audit/checkpoint").text
        reader.add_people(LOST, "Lost")
        tag = reader.get("/graphql", query=PAGE).headers["etag"]
        cursor = reader.get("/audit/events").headers["okrlog-cursor"]
        checkpoints = before, reader.get("/audit/checkpoint").text
        return Seen(tag=tag, cursor=cursor, checkpoints=checkpoints)


def test_a_dump_is_restored_and_everybody_who_saw_more_is_told(home: Home, tmp_path: Path) -> None:
    dump, data_dir = tmp_path / "okrlog.dump", tmp_path / "restored"
    with Serving(data_dir=home.data_dir, checkpoint_seconds=0), at(home.data_dir) as url:
        program("pg_dump", f"--dbname={url}", "--format=custom", f"--file={dump}")
    seen = lost(home)

    shutil.copytree(home.data_dir / "keys", data_dir / "keys")
    with at(data_dir) as url:
        program("psql", f"--dbname={url}", "--command=create role okrlog_request nologin")
        program("pg_restore", f"--dbname={url}", "--exit-on-error", dump)
    recovered = recover(data_dir, tmp_path, seen)

    assert recovered == {
        "organization_id": home.organization_id,
        "epoch": 2,
        "first_position": FACTS + 1,
        "finding": "LOST",
        "signed_position": FACTS + LOST,
        "shared_position": FACTS,
    }
    assert_told(home, data_dir, seen, head=FACTS)


async def test_a_point_in_time_is_restored_and_a_server_that_went_on_there_is_noticed(
    home: Home, tmp_path: Path
) -> None:
    archive, data_dir = tmp_path / "archive", tmp_path / "restored"
    archive.mkdir()
    give(archive, home.data_dir)
    configure(home.data_dir, archive_mode="on", archive_command=f"cp %p {archive}/%f")
    with at(home.data_dir) as url:
        base_backup(url, home.data_dir, data_dir)
        async with owner_of(url) as owner:
            await owner.fetchval("select pg_create_restore_point('before')")
    seen = lost(home)
    with at(home.data_dir) as url:
        async with owner_of(url) as owner:
            written = await owner.fetchval("select pg_walfile_name(pg_switch_wal())")
        until((archive / written).exists)

    (data_dir / "postgres" / "recovery.signal").touch()
    configure(
        data_dir,
        archive_mode="off",
        restore_command=f"cp {archive}/%f %p",
        recovery_target_name="before",
        recovery_target_action="promote",
    )
    with at(data_dir) as url:
        async with owner_of(url) as owner:
            while await owner.fetchval("select pg_is_in_recovery()"):
                await asyncio.sleep(0.05)
        assert_no_tag_is_taken_for_another(home, data_dir, seen)
        recovered = recover(data_dir, tmp_path, seen)

    assert recovered["finding"] == "REWRITTEN"
    assert recovered["shared_position"] == FACTS
    assert_told(home, data_dir, seen, head=FACTS + LOST)


async def test_a_standby_takes_over_without_the_last_facts(home: Home, tmp_path: Path) -> None:
    data_dir = tmp_path / "standby"
    with at(home.data_dir) as url:
        base_backup(url, home.data_dir, data_dir, "--write-recovery-conf")
    seen = lost(home)
    with at(data_dir) as url:
        async with owner_of(url) as owner:
            assert await owner.fetchval("select pg_is_in_recovery()")
            assert await owner.fetchval("select pg_promote()")
        recovered = recover(data_dir, tmp_path, seen)

    assert (recovered["finding"], recovered["first_position"]) == ("LOST", FACTS + 1)
    assert_told(home, data_dir, seen, head=FACTS)


def assert_no_tag_is_taken_for_another(home: Home, data_dir: Path, seen: Seen) -> None:
    """A server that goes on before anybody said so comes to the same position of the same epoch."""
    with Serving(data_dir=data_dir, checkpoint_seconds=0) as serving:
        reader = Reader(home, serving)
        reader.add_people(LOST, "New")
        answer = reader.get("/graphql", tag=seen.tag, query=PAGE)
        assert answer.status_code == httpx.codes.OK
        kept = reader.get("/graphql", tag=answer.headers["etag"], query=PAGE)
        assert kept.status_code == httpx.codes.NOT_MODIFIED


@contextmanager
def at(data_dir: Path) -> Iterator[str]:
    """The URL of the embedded server of a data directory, which runs meanwhile."""
    embedded = EmbeddedPostgres.open(data_dir)
    try:
        yield embedded.url
    finally:
        embedded.close()


def recover(data_dir: Path, tmp_path: Path, seen: Seen) -> Any:
    """What `okrlog recover` says of the one organization."""
    places: list[str] = []
    for number, text in enumerate(seen.checkpoints):
        place = tmp_path / f"{number}.checkpoint"
        place.write_text(text)
        places += ["--checkpoint", str(place)]
    said = "recover", "--reason", "The disk burned.", *places
    [told] = result(*said, data_dir=data_dir).splitlines()
    return json.loads(told)


def assert_told(home: Home, data_dir: Path, seen: Seen, head: int) -> None:
    """Whoever has something of the lost branch is told so; what is left verifies."""
    with Serving(data_dir=data_dir, checkpoint_seconds=0) as serving:
        reader = Reader(home, serving)
        [event] = serving.ask(home.token, LAST)["data"]["organization"]["events"]["nodes"]
        assert event == {
            "__typename": "LogRestored",
            "position": head + 1,
            "reason": "The disk burned.",
            "epoch": 2,
            "lastPosition": head,
            "signedPosition": FACTS + LOST,
            "sharedPosition": FACTS,
        }
        forked = reader.get("/audit/events", after=seen.cursor)
        assert forked.status_code == httpx.codes.CONFLICT
        told = {"code": "LOG_FORKED", "head": head + 1, "ancestor": FACTS}
        assert forked.json()["errors"][0]["extensions"] == told
        if head < FACTS + LOST:
            reader.add_people(FACTS + LOST - head - 1, "New")
        assert reader.get("/graphql", tag=seen.tag, query=PAGE).status_code == httpx.codes.OK
        assert f"/{home.organization_id}/2\n" in reader.get("/audit/checkpoint").text
    exported = result("export", data_dir=data_dir)
    assert f" facts, positions 1 to {max(head + 1, FACTS + LOST)}" in result(
        "verify", "-", said=exported
    )
