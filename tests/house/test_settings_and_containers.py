"""What is set and installed from outside: settings, containers, lock files, CI."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from server.settings import Settings

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-docs.lock"]


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
    (said,) = re.findall(r"postgresql://\S+", read("docker-compose.yml"))
    url = urlsplit(said)
    assert database["image"] == "postgres:18"
    assert server["build"] == "."
    assert url.hostname in services()
    assert url.username == database["environment"]["POSTGRES_USER"]


@pytest.mark.parametrize("name", ["database", "server"])
def test_a_container_may_do_and_write_no_more_than_it_has_to(name: str) -> None:
    service = services()[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service.get("user", "okrlog") != "root"
    assert re.search(r"^USER okrlog$", read("Dockerfile"), flags=re.MULTILINE)


def test_secrets_are_files_that_settings_are_read_from_and_nobody_commits() -> None:
    compose = yaml.safe_load(read("docker-compose.yml"))
    asked = {each for service in services().values() for each in service["secrets"]}
    assert asked == compose["secrets"].keys()
    for name, secret in compose["secrets"].items():
        assert secret["file"] == f"secrets/{name}"
        assert f"> {secret['file']}" in read("docker-compose.yml")
    for name in services()["server"]["secrets"]:
        assert name.removeprefix("okrlog_") in Settings.model_fields
    assert "/secrets/" in read(".gitignore").splitlines()
    assert "password" not in read("docker-compose.yml").partition("services:")[2].replace(
        "database_password", ""
    )


def test_what_the_image_copies_is_enough_to_run(tmp_path: Path) -> None:
    kept = [line[1:] for line in read(".dockerignore").splitlines() if line.startswith("!")]
    for name in kept:
        there = ROOT / name
        if there.is_dir():
            shutil.copytree(
                there, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        else:
            shutil.copy(there, tmp_path / name)
    ended = subprocess.run(
        [sys.executable, "-B", "-m", "server", "schema"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == read("schema/schema.graphql")
    copied = re.findall(r"^COPY (?!--from=)(\S+)", read("Dockerfile"), flags=re.MULTILINE)
    assert {each.partition("/")[0] for each in copied} <= {".", *kept}


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    unit = read("docs/operations/okrlog.service")
    prefix = Settings.model_config["env_prefix"]
    known = {f"{prefix}{field}".upper() for field in Settings.model_fields}
    assert set(re.findall(r"\bOKRLOG_[A-Z_]+", unit)) <= known
    loaded = re.findall(r"^LoadCredential=okrlog_(\w+):", unit, flags=re.MULTILINE)
    assert loaded
    assert set(loaded) <= Settings.model_fields.keys()
    assert "DynamicUser=yes" in unit
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd")
    here = tmp_path / "okrlog.service"
    program = Path(sys.executable).parent / "okrlog"
    here.write_text(unit.replace("/opt/okrlog/.venv/bin/okrlog", str(program)))
    checked = subprocess.run([analyze, "verify", here], check=False, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


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
    runtime, development, documentation = (pins(lock) for lock in LOCKS)
    versions = {entry.split(" ")[0] for entry in development.values()}
    assert {entry.split(" ")[0] for entry in runtime.values()} <= versions
    both = documentation.keys() & development.keys()
    assert {documentation[name].split(" ")[0] for name in both} <= versions
    assert names(stated["project"]["dependencies"] + groups["build"]) <= runtime.keys()
    assert names(groups["dev"]) <= development.keys()
    assert names(groups["docs"]) <= documentation.keys()


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^a-z0-9-]", requirement)[0] for requirement in requirements}


def test_ci_calls_the_test_command_of_the_readme() -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", read("README.md"), flags=re.MULTILINE | re.DOTALL)
    commands = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    assert "make test" in commands
    assert "make test" in read(".ci/run").splitlines()
