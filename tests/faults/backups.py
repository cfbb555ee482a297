"""Backups as operators make them, with PostgreSQL's own programs, of an embedded server."""

import shutil
import subprocess
from pathlib import Path

from server.embedded_cluster import account_of, environment, programs


def program(name: str, *arguments: str | Path, as_owner_of: Path | None = None) -> str:
    """What one of PostgreSQL's programs prints, which has to succeed."""
    switch = account_of(as_owner_of).switch if as_owner_of else {}
    ended: subprocess.CompletedProcess[str] = subprocess.run(
        [programs() / name, *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env=environment(),
        timeout=100,
        **switch,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def base_backup(url: str, home: Path, to: Path, *more: str) -> None:
    """A copy of a running cluster, with the keys that stand beside it, as a data directory."""
    to.mkdir()
    shutil.copytree(home / "keys", to / "keys")
    program(
        "pg_basebackup",
        f"--dbname={url}",
        f"--pgdata={to / 'postgres'}",
        "--checkpoint=fast",
        *more,
    )
    give(to / "postgres", home)


def give(folder: Path, home: Path) -> None:
    """Let the account of a cluster own a folder and all that is in it."""
    account = account_of(home / "postgres")
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, *account)


def configure(data_dir: Path, **settings: str) -> None:
    """Set something in a cluster that is not running."""
    lines = "".join(f"{name} = '{value}'\n" for name, value in settings.items())
    with (data_dir / "postgres" / "postgresql.auto.conf").open("a") as file:
        file.write(lines)
