"""What is looked at on this machine: disk, keys, secrets, and the server that runs here."""

import shutil
import stat
from contextlib import suppress
from ipaddress import IPv4Address, ip_address
from pathlib import Path

import httpx

from server.diagnoses import Finding, bad, good, note
from server.secret_files import OF_CONTAINERS, folders
from server.settings import Settings

LEAST_BYTES = 1 << 30
LEAST_SHARE = 0.05
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def disk(settings: Settings) -> Finding:
    """Where the embedded database is, and the keys; that of a database elsewhere is not seen."""
    folder = settings.data_dir.expanduser().resolve()
    while not folder.exists():
        folder = folder.parent
    total, _, free = shutil.disk_usage(folder)
    told = f"{free / (1 << 30):.1f} GiB are free at {folder}"
    if free < LEAST_BYTES or free < LEAST_SHARE * total:
        return bad(f"{told}. Make room: a database without any stops.")
    if settings.database_url is not None:
        return good(f"{told}; look at that of the database, too.")
    return good(f"{told}.")


def keys(settings: Settings) -> Finding:
    """Who can read them can speak for everybody."""
    folder = settings.keys
    if not folder.is_dir():
        return note(f"{folder} is not there; it is made when it is needed. Keep a copy of it then.")
    found = sorted(folder.glob("*.pem"))
    open_ = [path for path in (folder, *found) if path.stat().st_mode & OTHERS]
    if open_:
        return bad(f"others can reach {open_[0]}. Run: chmod -R go= {folder}")
    return good(f"{len(found)} in {folder}, which nobody else reads.")


def secrets(settings: Settings) -> Finding:
    """Of settings that are files; and of those that should be."""
    files = [path for folder in folders() for path in folder.glob("okrlog_*")]
    # Of a container nobody else reads anything, and its files are as they are outside of it.
    readable = [path for path in files if path.parent != OF_CONTAINERS and _is_open(path)]
    if readable:
        return bad(f"everybody can read {readable[0]}. Run: chmod o= {readable[0]}")
    if not files and settings.database_url is not None and "@" in settings.database_url:
        return note("the database URL is no file. See docs/operations/run.md about secrets.")
    return good(f"{len(files)} settings are files.")


def _is_open(path: Path) -> bool:
    return bool(path.stat().st_mode & stat.S_IROTH)


def server_here(settings: Settings) -> Finding:
    """Whether it answers, and how far those who follow something are behind."""
    address = f"http://{_reached_at(settings.host)}:{settings.port}/health/ready"
    try:
        answer = httpx.get(address, timeout=10)
    except httpx.TransportError:
        return note(f"none answers at {address}.")
    if answer.is_success:
        return good(f"{address} says that it is ready.")
    return bad(
        f"{address} answers {answer.status_code}: {answer.text[:200]}. Where `lag` is large, its "
        "log says what cannot be told; else it does not reach its database."
    )


def _reached_at(host: str) -> str:
    """Who listens everywhere listens here, too."""
    with suppress(ValueError):
        found = ip_address(host)
        if found.is_unspecified:
            return "127.0.0.1" if isinstance(found, IPv4Address) else "[::1]"
    return f"[{host}]" if ":" in host else host
