"""Checkpoints leave while facts arrive, and are given away until they have arrived."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from server.audit.delivery import Parcel, into, posted, printed
from server.audit.issuing import Issuer
from server.audit.notes import Signer
from server.audit.rounds import Rounds
from server.commands import Handler
from server.database import Database
from server.log import Log
from server.settings import Settings
from server.webhooks import HeldElsewhere, NotDelivered, place_of
from tests.conftest import Clone
from tests.mailbox import Mailbox, opened
from tests.samples import Organization


class Receiver:
    """Takes parcels, or refuses them for a while."""

    def __init__(self) -> None:
        self.got: list[tuple[str, int]] = []
        self.refuses = False

    async def carry(self, parcel: Parcel) -> None:
        if self.refuses:
            raise OSError("nobody is at home")
        self.got.append((parcel.checkpoint.organization, parcel.checkpoint.position))

    def positions(self, organization: Organization) -> list[int]:
        return [position for whose, position in self.got if whose == str(organization.id)]


@pytest.fixture
async def own(clone: Clone, signer: Signer) -> AsyncIterator[Issuer]:
    """Signs a database with nobody else in it."""
    async with clone() as url, Database(Settings(), url) as database:
        yield Issuer(database=database, signer=signer)


@pytest.fixture
async def acme(own: Issuer) -> Organization:
    return await Organization.begin(Handler(database=own.database, log=Log(own.database)))


def rounds(issuer: Issuer, receiver: Receiver, seconds: int = 60, facts: int = 2) -> Rounds:
    return Rounds(issuer=issuer, carriers=[receiver.carry], seconds=seconds, facts=facts)


async def test_a_log_is_signed_when_it_begins_and_after_so_many_facts(
    own: Issuer, acme: Organization
) -> None:
    receiver = Receiver()
    going = rounds(own, receiver)
    await going.once()
    await acme.person()
    await going.once()
    assert receiver.positions(acme) == [3]
    await acme.person()
    await going.once()
    await going.once()
    assert receiver.positions(acme) == [3, 5]


async def test_a_log_is_signed_after_so_many_seconds(own: Issuer, acme: Organization) -> None:
    receiver = Receiver()
    going = rounds(own, receiver, seconds=1, facts=1_000)
    under_way = asyncio.create_task(going.go())
    try:
        async with asyncio.timeout(20):
            while receiver.positions(acme) != [3]:
                await asyncio.sleep(0.05)
            await acme.person()
            while receiver.positions(acme) != [3, 4]:
                await asyncio.sleep(0.05)
    finally:
        under_way.cancel()


async def test_what_did_not_arrive_is_given_away_again_and_only_the_newest(
    own: Issuer, acme: Organization
) -> None:
    receiver = Receiver()
    receiver.refuses = True
    going = rounds(own, receiver, facts=1)
    await going.once()
    await acme.person()
    await going.once()
    receiver.refuses = False
    await going.once()
    assert receiver.positions(acme) == [4]


async def test_a_server_that_starts_again_gives_the_newest_away_once_more(
    own: Issuer, acme: Organization
) -> None:
    receiver = Receiver()
    for _ in range(2):
        await rounds(own, receiver).once()
    assert receiver.positions(acme) == [3, 3]


def read(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_text() for path in files}


async def test_each_is_a_file_of_its_organization(
    own: Issuer, acme: Organization, tmp_path: Path
) -> None:
    checkpoint = await own.checkpoint(acme.id)
    parcel = Parcel(checkpoint=checkpoint, note=checkpoint.signed(own.signer))
    for _ in range(2):
        await into(tmp_path)(parcel)
    assert read(tmp_path) == {f"{acme.id}/1-3.checkpoint": parcel.note}


async def test_each_is_a_line_for_those_who_collect_lines(
    own: Issuer, acme: Organization, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint = await own.checkpoint(acme.id)
    parcel = Parcel(checkpoint=checkpoint, note=checkpoint.signed(own.signer))
    await printed(parcel)
    assert json.loads(capsys.readouterr().out) == {"checkpoint": parcel.note}


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with opened() as mailbox:
        yield mailbox


async def test_each_is_posted_under_a_key_of_its_own(
    own: Issuer, acme: Organization, mailbox: Mailbox
) -> None:
    checkpoint = await own.checkpoint(acme.id)
    parcel = Parcel(checkpoint=checkpoint, note=checkpoint.signed(own.signer))
    mailbox.status = 503
    for _ in range(2):
        with pytest.raises(NotDelivered, match=r"^the webhook answers 503$"):
            await posted(mailbox.address, own.database)(parcel)
    mailbox.status = 204
    mailbox.got.clear()
    for _ in range(2):
        await posted(mailbox.address, own.database)(parcel)
    [got] = mailbox.got
    assert (got.key, got.kind) == (f"{acme.id}/1/3", "text/plain; charset=utf-8")
    assert got.body.decode() == parcel.note


async def test_what_another_server_posts_is_left_to_it_until_it_is_gone(
    own: Issuer, acme: Organization, mailbox: Mailbox
) -> None:
    checkpoint = await own.checkpoint(acme.id)
    parcel = Parcel(checkpoint=checkpoint, note=checkpoint.signed(own.signer))
    place = place_of(f"{acme.id}/1/3", mailbox.address)
    taken = await own.database.fetch_row(acme.id, "take_delivery", place, 1)
    assert taken is not None
    assert taken["taken"]
    with pytest.raises(HeldElsewhere):
        await posted(mailbox.address, own.database)(parcel)
    async with asyncio.timeout(60):
        while not mailbox.got:
            with suppress(HeldElsewhere):
                await posted(mailbox.address, own.database)(parcel)
            await asyncio.sleep(0.2)
    assert len(mailbox.got) == 1
