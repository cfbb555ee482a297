"""Pairs of commands about requests, participants and sign-offs that exclude each other."""

from decimal import Decimal
from typing import Any

from server.okr import requests
from tests.races import Race, race, say
from tests.samples import Organization


async def asked(at: Organization) -> Any:
    """Somebody from elsewhere asks to take on a part of a key result."""
    key_result = (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "target": Decimal(1), "text": "Let me join."}
    return await at.by(await at.person()).do(requests.request_contribution, **said)


@race
async def the_same_wish_twice(at: Organization) -> Race:
    key_result = (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "target": Decimal(1), "text": "Let me join."}
    one = say(at, requests.request_contribution, "ALREADY_EXISTS", **said)
    return one, one


@race
async def an_acceptance_beside_a_refusal(at: Organization) -> Race:
    request = {"request_id": (await asked(at)).request_id}
    return (
        say(at, requests.accept_request, "WRONG_STATE", **request),
        say(at, requests.decline_request, "WRONG_STATE", reason="We are enough.", **request),
    )


@race
async def the_same_acceptance_twice(at: Organization) -> Race:
    one = say(at, requests.accept_request, "WRONG_STATE", request_id=(await asked(at)).request_id)
    return one, one
