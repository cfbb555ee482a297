"""The embedded server comes with the first process, goes with the last, and outlives kills."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import psutil
import pytest

from server.embedded import EmbeddedPostgres, EmbeddedPostgresFailed
from server.embedded_cluster import account_of, programs

PROJECT = Path(__file__).parents[2]

HOLD = """
import sys
from pathlib import Path
from server.embedded import EmbeddedPostgres
with EmbeddedPostgres.open(Path(sys.argv[1])) as database:
    print(database.url, flush=True)
    sys.stdin.read()
"""


class Holder:
    """An okrlog process: holds the database until it is told to leave."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, data_dir],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def url(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def ready(self) -> "Holder":
        assert answers(self.url())
        return self

    def leave(self) -> None:
        _, errors = self.process.communicate(timeout=30)
        assert (self.process.returncode, errors) == (0, "")

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=5)  # ends only if the server has not kept our pipes


Hold = Callable[[Path], Holder]


@pytest.fixture
def hold() -> Iterator[Hold]:
    holders: list[Holder] = []

    def start(data_dir: Path) -> Holder:
        holders.append(Holder(data_dir))
        return holders[-1]

    yield start
    for holder in holders:
        if holder.process.poll() is None:
            holder.kill()
    for data_dir in {holder.data_dir for holder in holders}:
        if (data_dir / "postgres" / "postmaster.pid").exists():
            EmbeddedPostgres.open(data_dir).close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("made") / "data"
    EmbeddedPostgres.open(data_dir).close()
    return data_dir


@pytest.fixture
def data_dir(made: Path, tmp_path: Path) -> Path:
    return copy(made, tmp_path / "data")


def copy(made: Path, data_dir: Path) -> Path:
    subprocess.run(["cp", "-a", made, data_dir], check=True)
    return data_dir


def ask(url: str, statement: str) -> object:
    async def fetch() -> object:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(statement)
        finally:
            await connection.close()

    return asyncio.run(fetch())


def answers(url: str) -> bool:
    return ask(url, "select current_database()") == "okrlog"


def postmaster(data_dir: Path) -> psutil.Process:
    recorded = (data_dir / "postgres" / "postmaster.pid").read_text()
    return psutil.Process(int(recorded.splitlines()[0]))


def is_gone(server: psutil.Process) -> bool:
    try:
        return server.status() == psutil.STATUS_ZOMBIE  # dead, and not yet collected by init
    except psutil.NoSuchProcess:
        return True


def kill_postmaster(data_dir: Path) -> None:
    server = postmaster(data_dir)
    server.kill()
    server.wait(5)


@pytest.mark.parametrize("first_to_leave", [0, 1])
def test_the_last_of_two_holders_stops_the_server(
    hold: Hold, data_dir: Path, first_to_leave: int
) -> None:
    holders = [hold(data_dir).ready(), hold(data_dir).ready()]
    server = postmaster(data_dir)
    holders.pop(first_to_leave).leave()
    assert not is_gone(server)
    holders.pop().leave()
    assert is_gone(server)
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def test_four_first_starts_at_once_make_one_server(hold: Hold, tmp_path: Path) -> None:
    holders = [hold(tmp_path / "data") for _ in range(4)]
    assert len({holder.url() for holder in holders}) == 1
    server = postmaster(tmp_path / "data")
    assert not (tmp_path / "data" / "postgres.previous.log").exists()
    for holder in holders:
        assert not is_gone(server)
        holder.leave()
    assert is_gone(server)


def test_one_who_arrives_while_the_last_one_leaves_has_a_server(hold: Hold, data_dir: Path) -> None:
    leaving = hold(data_dir).ready()
    for _ in range(4):
        arriving = hold(data_dir)
        leaving.leave()
        leaving = arriving.ready()
    leaving.leave()


def test_a_server_whose_holders_were_killed_is_adopted_and_stopped(
    hold: Hold, data_dir: Path
) -> None:
    holders = [hold(data_dir).ready(), hold(data_dir).ready()]
    server = postmaster(data_dir)
    for holder in holders:
        holder.kill()
    heir = hold(data_dir).ready()
    assert postmaster(data_dir) == server
    heir.leave()
    assert is_gone(server)


def test_after_a_killed_postmaster_the_next_start_has_what_was_committed(
    hold: Hold, data_dir: Path
) -> None:
    bereft = hold(data_dir)
    url = bereft.url()
    ask(url, "create table kept as select 42 as answer")
    kill_postmaster(data_dir)
    successor = hold(data_dir).ready()
    assert ask(url, "select answer from kept") == 42
    successor.leave()
    assert answers(url)
    bereft.leave()
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def test_work_that_outlives_its_postmaster_is_no_obstacle(hold: Hold, data_dir: Path) -> None:
    holder = hold(data_dir)
    url = holder.url()
    endless = "select count(*) from generate_series(1, 1000000000000)"
    client = subprocess.Popen([programs() / "psql", url, "-c", endless], stderr=subprocess.DEVNULL)
    while "generate_series" not in str(
        ask(url, "select max(query) from pg_stat_activity where pid <> pg_backend_pid()")
    ):
        time.sleep(0.05)
    kill_postmaster(data_dir)
    holder.kill()
    hold(data_dir).ready().leave()
    assert client.wait(5) != 0


def test_a_postmaster_pid_that_names_a_stranger_is_no_obstacle(hold: Hold, data_dir: Path) -> None:
    holder = hold(data_dir).ready()
    kill_postmaster(data_dir)
    holder.kill()
    cluster = data_dir / "postgres"
    stranger = subprocess.Popen(["sleep", "60"], **account_of(cluster).switch)
    for file in (cluster / "postmaster.pid", *cluster.glob(".s.PGSQL.*.lock")):
        _, rest = file.read_text().split("\n", 1)
        file.write_text(f"{stranger.pid}\n{rest}")
    hold(data_dir).ready().leave()
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_first_start_killed_half_way_is_no_obstacle(hold: Hold, tmp_path: Path) -> None:
    interrupted = hold(tmp_path)
    while not any(tmp_path.glob(".postgres-*/base")):
        time.sleep(0.01)
    interrupted.kill()
    hold(tmp_path).ready().leave()
    assert not any(tmp_path.glob(".postgres-*"))


def test_a_half_made_cluster_is_set_aside(hold: Hold, tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("18\n")
    hold(tmp_path).ready().leave()
    assert [path.read_text() for path in tmp_path.glob("postgres.half-made-*/*")] == ["18\n"]


@pytest.mark.parametrize("name", ["long" * 30, "odd, $(name)"])
def test_a_path_no_socket_address_can_hold_is_served(
    hold: Hold, made: Path, tmp_path: Path, name: str
) -> None:
    holder = hold(copy(made, tmp_path / name))
    url = holder.url()
    assert answers(url)
    folder = Path(url.partition("host=")[2].partition("&")[0])
    assert folder.stat().st_mode & 0o077 == 0
    hold(holder.data_dir).ready().leave()
    holder.leave()
    assert not folder.exists()


def test_ctrl_c_reaches_the_holder_and_not_the_server(hold: Hold, data_dir: Path) -> None:
    starter, other = hold(data_dir), hold(data_dir)
    url = starter.url()
    assert other.url() == url
    server = postmaster(data_dir)
    for holder in (starter, other):
        assert answers(url)
        os.killpg(holder.process.pid, signal.SIGINT)
        holder.process.communicate(timeout=30)
    assert is_gone(server)


def test_a_cluster_of_another_version_is_refused_in_one_sentence(data_dir: Path) -> None:
    (data_dir / "postgres" / "PG_VERSION").write_text("15\n")
    with pytest.raises(EmbeddedPostgresFailed, match=r"made by PostgreSQL 15, .* brings") as told:
        EmbeddedPostgres.open(data_dir)
    assert len(str(told.value).splitlines()) == 1


def test_a_start_that_fails_shows_the_end_of_the_servers_log(data_dir: Path) -> None:
    with (data_dir / "postgres" / "postgresql.conf").open("a") as file:
        file.write("shared_bufers = 1GB\n")
    with pytest.raises(EmbeddedPostgresFailed, match=r"did not start(?s:.*)shared_bufers"):
        EmbeddedPostgres.open(data_dir)


def test_a_database_that_is_missing_is_made_again(data_dir: Path) -> None:
    with EmbeddedPostgres.open(data_dir) as embedded:
        ask(embedded.url.replace("/okrlog", "/postgres"), "drop database okrlog")
        with EmbeddedPostgres.open(data_dir) as again:
            assert answers(again.url)


def test_closing_twice_is_closing_once(data_dir: Path) -> None:
    first, second = EmbeddedPostgres.open(data_dir), EmbeddedPostgres.open(data_dir)
    first.close()
    first.close()
    assert answers(second.url)
    second.close()
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def test_a_data_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedPostgresFailed, match="file/data cannot hold"):
        EmbeddedPostgres.open(tmp_path / "file" / "data")
