"""An idempotency key stands for one command: repeated, it answers what was done the first time."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.commands import Done, Handler, Manner
from server.okr import events
from server.okr.alignments import revise_alignment
from server.okr.check_ins import RecordCheckIn, RecordCheckIns, record_check_ins
from server.okr.corrections import RetractCheckIn, retract_check_in
from server.okr.people import AddPerson, RenamePerson, add_person, rename_person
from server.okr.refusals import KeyWasUsed, Refused
from tests.entries import Overtaken, another_process
from tests.samples import Organization, refusals

KEYED = Manner(idempotency_key="monday-1")


async def add(organization: Organization, name: str = "Ann", manner: Manner = KEYED) -> Done:
    said = AddPerson(name=name)
    return await organization.handler.carry_out(organization.actor, add_person, said, manner)


async def test_a_repeat_answers_what_was_done_first(organization: Organization) -> None:
    first = await add(organization)
    await organization.person()
    assert await add(organization) == first
    assert (await organization.kinds()).count("PersonAdded") == 1 + 2


async def test_a_repeat_answers_every_fact(organization: Organization) -> None:
    key_results = [await organization.key_result() for _ in range(3)]
    said = RecordCheckIns(
        check_ins=[RecordCheckIn(key_result_id=each.key_result_id) for each in key_results]
    )
    handler = organization.handler
    first = await handler.carry_out(organization.actor, record_check_ins, said, KEYED)
    again = await handler.carry_out(organization.actor, record_check_ins, said, KEYED)
    assert again == first
    assert len(again.facts) == 3


async def test_a_repeat_answers_numbers_as_numbers(organization: Organization) -> None:
    alignment = await organization.align(
        await organization.objective(), await organization.objective()
    )
    said = {"alignment_id": alignment.alignment_id, "weight": Decimal("0.5")}
    first = await organization.do(revise_alignment, KEYED, **said)
    assert await organization.do(revise_alignment, KEYED, **said) == first
    assert first.changes["weight"] == Decimal("0.5")


async def test_a_key_stands_for_its_input(organization: Organization) -> None:
    await add(organization, "Ann")
    assert await refusals(add(organization, "Bob")) == ["KEY_WAS_USED"]


async def test_a_key_stands_for_its_actor(organization: Organization) -> None:
    ann = await organization.person()
    said = RenamePerson(person_id=ann.person_id, name="Anna")
    handler = organization.handler
    await handler.carry_out(organization.actor, rename_person, said, KEYED)
    by_ann = handler.carry_out(organization.by(ann).actor, rename_person, said, KEYED)
    assert await refusals(by_ann) == ["KEY_WAS_USED"]


async def test_a_key_stands_for_its_mutation(organization: Organization) -> None:
    await add(organization)

    def let_person_in(*about: Any) -> Any:
        return add_person(*about)

    other = organization.handler.carry_out(
        organization.actor, let_person_in, AddPerson(name="Ann"), KEYED
    )
    with pytest.raises(Refused) as caught:
        await other
    (reason,) = caught.value.reasons
    assert isinstance(reason, KeyWasUsed)
    assert reason.path == ["command", "idempotency_key"]


async def test_a_key_belongs_to_one_organization(
    organization: Organization, handler: Handler
) -> None:
    other = await Organization.begin(handler)
    await add(organization, "Ann")
    await add(other, "Bob")
    assert (await other.kinds()).count("PersonAdded") == 2


async def test_a_refused_command_uses_no_key(organization: Organization) -> None:
    assert await refusals(add(organization, " ")) == ["INVALID"]
    await add(organization, "Ann")


@pytest.mark.parametrize("key", ["", "a" * 201, "new\nline", "\x07"])
async def test_a_key_has_1_to_200_printable_characters(
    organization: Organization, key: str
) -> None:
    command = add(organization, manner=Manner(idempotency_key=key))
    assert await refusals(command) == ["INVALID"]
    await add(organization, manner=Manner(idempotency_key="ü" * 200))


async def test_a_key_used_many_times_at_once_is_used_once(organization: Organization) -> None:
    elsewhere = organization.served_by(another_process(organization))
    done = await asyncio.gather(*(add(each) for each in [organization, elsewhere] * 8))
    assert all(each == done[0] for each in done)
    assert (await organization.kinds()).count("PersonAdded") == 2


async def test_of_two_inputs_under_one_key_at_once_one_is_done(organization: Organization) -> None:
    outcomes = await asyncio.gather(
        *(add(organization, name) for name in ["Ann", "Bob"] * 4), return_exceptions=True
    )
    refused = [each for each in outcomes if isinstance(each, Refused)]
    assert len(refused) == 4
    assert {reason.code() for each in refused for reason in each.reasons} == {"KEY_WAS_USED"}
    assert (await organization.kinds()).count("PersonAdded") == 2


async def test_a_repeat_is_no_refusal_although_it_could_not_be_done_twice(
    organization: Organization,
) -> None:
    check_in = await organization.check_in(await organization.key_result(), 5)
    said = RetractCheckIn(check_in_id=check_in.check_in_id, reason="A slip of the pen.")

    def retract(handler: Handler) -> Any:
        return handler.carry_out(organization.actor, retract_check_in, said, KEYED)

    first = asyncio.ensure_future(retract(organization.handler))
    late = Overtaken(database=organization.handler.database, log=organization.handler.log)
    second = await retract(replace(late, rival=first))
    assert second == await first
    assert isinstance(second.facts[0], events.CheckInRetracted)
