"""Commands before, beside and after the server: one database, and nothing left behind."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.faults.conftest import PEOPLE, Home
from tests.faults.processes import Serving, okrlog, postmaster, result, started, until

FACTS = PEOPLE + 3


def test_a_token_and_an_export_are_had_beside_the_server(home: Home) -> None:
    with Serving(data_dir=home.data_dir) as serving:
        database = postmaster(home.data_dir)
        token = result("token", "--person", home.person_id, data_dir=home.data_dir).strip()
        exported = result("export", data_dir=home.data_dir)
        assert postmaster(home.data_dir) == database
        asked = serving.ask(token, "{ viewer { person { id } } }")
        assert asked == {"data": {"viewer": {"person": {"id": home.person_id}}}}
    assert f"{FACTS} facts, positions 1 to {FACTS}" in result("verify", "-", said=exported)
    assert postmaster(home.data_dir) is None


def test_a_server_joins_an_export_under_way_and_outlasts_it(home: Home) -> None:
    with started("export", data_dir=home.data_dir) as export:
        assert export.stdout
        assert export.stdout.read(1)
        with Serving(data_dir=home.data_dir) as serving:
            rest, _ = export.communicate(timeout=20)
            assert len(rest.splitlines()) == FACTS
            assert home.knows_its_people(serving)
    assert postmaster(home.data_dir) is None


def test_an_export_outlasts_the_server_that_it_was_begun_beside(home: Home) -> None:
    with (
        Serving(data_dir=home.data_dir) as serving,
        started("export", data_dir=home.data_dir) as export,
    ):
        assert export.stdout
        assert export.stdout.read(1)
        assert serving.stop() == (0, b"")
        assert postmaster(home.data_dir)
        rest, _ = export.communicate(timeout=20)
        assert len(rest.splitlines()) == FACTS
        assert export.returncode == 0
    assert postmaster(home.data_dir) is None


def test_a_reader_who_goes_away_ends_the_export_and_its_database(home: Home) -> None:
    with started("export", data_dir=home.data_dir) as export:
        assert export.stdout
        assert export.stdout.readline()
        export.stdout.close()
        assert export.wait(20) == 1
        assert export.stderr
        assert export.stderr.read() == b""
    assert postmaster(home.data_dir) is None


def test_a_second_start_serves_the_same_data(home: Home) -> None:
    for _ in range(2):
        with Serving(data_dir=home.data_dir) as serving:
            assert home.knows_its_people(serving)
        assert postmaster(home.data_dir) is None


def test_a_start_after_kill_9_adopts_the_database_that_was_left(home: Home) -> None:
    with Serving(data_dir=home.data_dir) as serving:
        serving.kill()
        left = postmaster(home.data_dir)
        assert left
        assert home.knows_its_people(serving.start())
        assert postmaster(home.data_dir) == left
    assert postmaster(home.data_dir) is None


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_server_and_database_end_within_seconds(
    home: Home, by: signal.Signals
) -> None:
    with Serving(data_dir=home.data_dir) as serving:
        # As Ctrl-C in a terminal does, to every process of the group.
        os.killpg(serving.process.pid, by)
        assert serving.process.wait(20) == 0
        assert postmaster(home.data_dir) is None
        assert "Traceback" not in serving.said()


@pytest.mark.parametrize("deaf_to", ["", "INT"])
def test_told_to_stop_before_it_serves_it_leaves_no_database(home: Home, deaf_to: str) -> None:
    """Shells let what they start in the background ignore Ctrl-C."""
    with started("serve", deaf_to=deaf_to, data_dir=home.data_dir, port=0) as serving:
        until(lambda: postmaster(home.data_dir))
        serving.terminate()
        _, said = serving.communicate(timeout=20)
        assert b"Traceback" not in said
    assert postmaster(home.data_dir) is None


def test_a_new_organization_is_one_line_with_a_token_that_works(home: Home) -> None:
    ended = okrlog(
        *("organization", "create", "Zürich & Söhne", "--administrator", "eva@example.org"),
        *("--time-zone", "Europe/Zurich"),
        data_dir=home.data_dir,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    [line] = ended.stdout.splitlines()
    told = json.loads(line)
    assert told.keys() == {"organizationId", "personId", "token"}
    with Serving(data_dir=home.data_dir) as serving:
        answer = serving.ask(told["token"], "{ organization { id name timeZone } }")
    assert answer["data"]["organization"] == {
        "id": told["organizationId"],
        "name": "Zürich & Söhne",
        "timeZone": "Europe/Zurich",
    }
    assert "--organization" in okrlog("export", data_dir=home.data_dir).stderr
    exported = result(
        "export", "--organization", told["organizationId"], "--after", "1", data_dir=home.data_dir
    )
    assert [json.loads(line)["position"] for line in exported.splitlines()] == [2, 3]


def test_the_schema_needs_no_database(tmp_path: Path) -> None:
    assert "type Mutation {" in result("schema", data_dir=tmp_path)
    assert not [*tmp_path.iterdir()]


def test_a_database_that_is_up_to_date_stays_as_it_is(home: Home) -> None:
    ended = okrlog("migrate", data_dir=home.data_dir)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_after_a_restore_the_log_goes_on_in_an_epoch_of_its_own(home: Home) -> None:
    told = result("recover", "--reason", "the disk was lost", data_dir=home.data_dir)
    [epoch] = [json.loads(line) for line in told.splitlines()]
    assert (epoch["epoch"], epoch["first_position"]) == (2, FACTS + 1)
    assert epoch["finding"] == "UNSIGNED"
    blank = okrlog("recover", "--reason", " ", data_dir=home.data_dir)
    assert blank.returncode == 1
    assert "reason" in blank.stderr
