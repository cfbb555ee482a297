"""What is set and installed from outside: settings, containers, lock files, CI."""

import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from server.settings import Settings

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(read("docker-compose.yml"))["services"]
    return found


def pins(lock: str) -> dict[str, str]:
    """Each locked package with all that stands below its name."""
    entries = re.split(r"^(?=\S)", read(lock), flags=re.MULTILINE)
    return {entry.split("==")[0]: entry for entry in entries if entry.strip()}


@pytest.mark.parametrize("name", ["Dockerfile", "docker-compose.yml"])
def test_every_variable_of_a_container_is_a_setting(name: str) -> None:
    prefix = Settings.model_config["env_prefix"]
    known = {f"{prefix}{field}".upper() for field in Settings.model_fields}
    used = set(re.findall(r"\bOKRLOG_\w+", read(name)))
    assert used
    assert used <= known


def test_compose_runs_this_checkout_on_postgres_18() -> None:
    database, server = services()["database"], services()["server"]
    url = urlsplit(server["environment"]["OKRLOG_DATABASE_URL"])
    assert database["image"] == "postgres:18"
    assert server["build"] == "."
    assert url.hostname in services()
    assert url.username == database["environment"]["POSTGRES_USER"]
    assert url.password == database["environment"]["POSTGRES_PASSWORD"]


def test_the_image_installs_what_the_lock_pins() -> None:
    assert "--require-hashes --requirement requirements.lock" in read("Dockerfile")
    assert "!requirements.lock" in read(".dockerignore").splitlines()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_versions_and_hashes_and_no_address(lock: str) -> None:
    assert "://" not in read(lock)
    for name, entry in pins(lock).items():
        assert re.match(r"[a-z0-9-]+==\S+ .*\\\n    --hash=sha256:", entry), name


def test_the_locks_agree_and_know_every_dependency() -> None:
    stated = tomllib.loads(read("pyproject.toml"))
    groups = stated["dependency-groups"]
    runtime, development = (pins(lock) for lock in LOCKS)
    versions = {entry.split(" ")[0] for entry in development.values()}
    assert {entry.split(" ")[0] for entry in runtime.values()} <= versions
    assert names(stated["project"]["dependencies"] + groups["build"]) <= runtime.keys()
    assert names(groups["dev"]) <= development.keys()


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^a-z0-9-]", requirement)[0] for requirement in requirements}


def test_ci_calls_the_test_command_of_the_readme() -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", read("README.md"), flags=re.MULTILINE | re.DOTALL)
    commands = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    assert "make test" in commands
    assert "make test" in read(".ci/run").splitlines()
