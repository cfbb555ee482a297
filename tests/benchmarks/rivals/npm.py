"""Rivals that are packages of npm, fetched at run time into a folder that goes again."""

import shutil
import subprocess
from pathlib import Path

NODE = "node@22"
OLDEST_NODE = 22


class Missing(Exception):
    """What a rival needs cannot be had here."""


def fetched(package: str, into: Path, *, scripts: bool = False) -> Path:
    """The folder of packages after this one was installed; a package's own scripts run if told."""
    if (npm := shutil.which("npm")) is None:
        raise Missing("there is no npm")
    flags = ["--no-audit", "--no-fund", "--no-save", "--silent"]
    flags += [] if scripts else ["--ignore-scripts"]
    command = [npm, "install", *flags, "--prefix", str(into), package]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"npm cannot install {package}: {done.stderr.strip()[-200:]}")
    return into / "node_modules"


def node(into: Path) -> Path:
    """This machine's Node, or one from npm where that is too old."""
    found = shutil.which("node")
    if found is not None:
        said = subprocess.run([found, "--version"], check=True, capture_output=True, text=True)
        if int(said.stdout.removeprefix("v").partition(".")[0]) >= OLDEST_NODE:
            return Path(found)
    # It comes as an installer that fetches the program for this machine.
    return fetched(NODE, into, scripts=True) / ".bin/node"
