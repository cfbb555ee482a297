"""What was signed by one process is checked by another that has nothing but files and a key."""

import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.faults.conftest import PEOPLE, Home, Told
from tests.faults.processes import Serving, okrlog, result, sentence, until

FACTS = PEOPLE + 3


@pytest.fixture(scope="module")
def files(furnished: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export, a checkpoint of all of it, two proofs and a key, as a server answers them."""
    folder = tmp_path_factory.mktemp("taken away")
    data_dir = tmp_path_factory.mktemp("signed") / "data"
    subprocess.run(["cp", "-a", furnished.data_dir, data_dir], check=True)
    addresses = {
        "export": "/audit/events",
        "key": "/audit/key",
        "checkpoint": "/audit/checkpoint",  # fits, though the export was a fact itself
        "proof": "/audit/proof/7",
        "growth": "/audit/growth/7",
    }
    with Serving(data_dir=data_dir, checkpoint_seconds=0) as serving:
        headers = {"Authorization": f"Bearer {furnished.token}"}
        for name, address in addresses.items():
            answer = httpx.get(f"{serving.address}{address}", headers=headers, timeout=60)
            (folder / name).write_bytes(answer.content)
    return folder


def test_an_export_is_the_one_that_was_signed(files: Path) -> None:
    checked = okrlog(
        *("verify", str(files / "export"), "--key", (files / "key").read_text()),
        *("--checkpoint", str(files / "checkpoint"), "--proof", str(files / "proof")),
    )
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.splitlines()[1:] == [
        f"The checkpoint of position {FACTS} fits.",
        "The proof of position 7 fits.",
    ]


def test_a_cut_tail_is_found_by_the_checkpoint_alone(
    files: Path, told: Told, tmp_path: Path
) -> None:
    cut = tmp_path / "cut"
    cut.write_text("".join((files / "export").read_text().splitlines(keepends=True)[:-1]))
    signed = ("--checkpoint", str(files / "checkpoint"), "--key", str(files / "key"))
    assert told("verify", str(cut), *signed) == (
        f"position {FACTS}: it is missing: the log was signed up to position {FACTS}"
    )


def test_a_growth_without_its_beginning_is_no_proof(files: Path, told: Told) -> None:
    growth, key = str(files / "growth"), ("--key", str(files / "key"))
    assert told("verify", growth, *key) == (
        "the proof: the checkpoint that it begins with was not given"
    )
    assert told("verify", growth, *key, "--checkpoint", str(files / "checkpoint")) == (
        f"the proof begins at position 7, the checkpoint at {FACTS}"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--checkpoint", "{checkpoint}"], "a checkpoint or proof says nothing without the key"),
        (["--checkpoint", "{checkpoint}", "--key", "{export}"], "Invalid value for '--key': "),
        (["--checkpoint", "{export}", "--key", "{key}"], "the checkpoint: this is no signed note"),
        (["--proof", "{checkpoint}", "--key", "{key}"], "the proof: it does not begin with c2sp"),
        (["--proof", "nowhere", "--key", "{key}"], "Invalid value for '--proof': "),
        (["--checkpoint", "{checkpoint}", "--key", "nowhere"], "nowhere: No such file"),
    ],
)
def test_what_was_given_wrong_is_named(
    files: Path, told: Told, arguments: list[str], expected: str
) -> None:
    given = [each.format_map({path.name: path for path in files.iterdir()}) for each in arguments]
    assert told("verify", str(files / "export"), *given).startswith(expected)


def test_a_server_gives_its_checkpoints_away_while_it_runs(home: Home, tmp_path: Path) -> None:
    away = tmp_path / "away" / home.organization_id
    given: dict[str, Any] = {
        "checkpoint_dir": away.parent,
        "checkpoint_seconds": 1,
        "checkpoint_stdout": True,
    }
    with Serving(data_dir=home.data_dir, **given) as serving:
        for expected in (FACTS, FACTS + 1):
            until((away / f"1-{expected}.checkpoint").exists)
            answer = serving.ask(
                home.token, 'mutation { addPerson(input: {name: "A"}) { position } }'
            )
            assert answer["data"]["addPerson"]["position"] == expected + 1
        _, printed = serving.stop()
    assert f"{home.organization_id}/1" in printed.decode()
    key = result("key", data_dir=home.data_dir)
    exported = result("export", data_dir=home.data_dir)
    told = result(
        "verify",
        "-",
        "--checkpoint",
        str(away / f"1-{FACTS + 1}.checkpoint"),
        "--key",
        key,
        said=exported,
    )
    assert f"The checkpoint of position {FACTS + 1} fits." in told


def test_the_key_needs_no_database(tmp_path: Path) -> None:
    said: dict[str, Any] = {"data_dir": tmp_path, "checkpoint_name": "okr.example.org"}
    assert result("key", **said) == result("key", **said)
    assert result("key", **said).startswith("okr.example.org+")
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]
    assert sentence("key", data_dir=tmp_path, checkpoint_name="our okrs").startswith(
        "OKRLOG_CHECKPOINT_NAME is 'our okrs': "
    )
