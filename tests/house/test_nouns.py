"""A field is said once: what is stated of a noun comes back from graph, fact and row as it was."""

import json
from dataclasses import fields
from typing import Any

import msgspec
import pytest
from strawberry.utils.str_converters import to_camel_case

from server.commands import Actor, Handler
from server.ids import new_id
from server.okr import events, terms
from tests.entries import append, entry
from tests.house.asking import ask
from tests.house.beside import Said
from tests.house.examples import example
from tests.house.journey import Journey, Place
from tests.house.journeys import JOURNEYS
from tests.house.journeys_of_measures import METRICS
from tests.house.otherwise import OTHERWISE
from tests.house.test_columns import nouns
from tests.samples import Organization


def at(place: Place, whole: Any) -> Any:
    """What stands at a place in something nested."""
    for step in place:
        whole = whole[step]
    return whole


def for_graph(said: Any) -> Any:
    """What was said under the names that the graph gives it."""
    if isinstance(said, list):
        return [for_graph(each) for each in said]
    if isinstance(said, dict):
        return {to_camel_case(name.rstrip("_")): for_graph(each) for name, each in said.items()}
    return said


def selection(said: Any, place: Place = ()) -> str:
    """Asks for all that was said, within the fields that lead there."""
    if place:
        name, *inner = (each for each in place if isinstance(each, str))
        return f"{{ {name} {selection(said, tuple(inner))} }}"
    if isinstance(said, list):
        return selection(said[0])
    if isinstance(said, dict):
        return f"{{ {' '.join(f'{name} {selection(each)}' for name, each in said.items())} }}"
    return ""


def of_those(names: Said, whole: Said) -> Said:
    """The part of something larger that has these names."""
    return {name: whole[name] for name in names}


async def say(organization: Organization, journey: Journey, said: Said) -> Said:
    """State a noun in its mutation; answers what the payload shows."""
    whole = await journey.beside(organization)
    at(journey.place, whole).update(said)
    kind = journey.mutation[0].upper() + journey.mutation[1:]
    document = f"""mutation ($input: {kind}Input!) {{
      {journey.mutation}(input: $input) {{
        {journey.shows} {{ id }} {journey.shows} {selection(said, journey.place)}
        refusals {{ message path }} }} }}"""
    answer = await ask(organization, document, input=msgspec.to_builtins(whole))
    payload: Said = answer[journey.mutation]
    assert payload["refusals"] == []
    shown: Said = payload[journey.shows]
    return shown


async def last_fact(organization: Organization) -> Said:
    """The newest fact as it is read back from the log, as JSON."""
    position = (await organization.log())[-1]["position"]
    (fact,) = await organization.handler.log.facts(organization.id, position, position)
    stated: Said = msgspec.to_builtins(vars(fact))
    return stated


async def row(organization: Organization, table: str, id_: str) -> Said:
    """A row as JSON."""
    text = f"select * from {table} where org_id = $1 and id = $2"
    (found,) = await organization.rows(text, id_)
    columns: Said = msgspec.to_builtins(dict(found))
    return columns


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda each: each.name)
async def test_what_is_stated_comes_back_from_graph_fact_and_row(
    journey: Journey, organization: Organization
) -> None:
    said, asked = journey.said, for_graph(journey.said)

    shown = await say(organization, journey, asked)
    fact = at(journey.place_in_fact, await last_fact(organization))
    kept = await row(organization, journey.table, fact.get("id", shown["id"]))

    assert of_those(asked, at(journey.place, shown)) == asked
    assert of_those(said, fact) == said
    assert of_those(said, kept) == said


@pytest.mark.parametrize("journey", METRICS, ids=lambda each: each.name)
async def test_a_revision_keeps_the_metric_as_it_was_stated(
    journey: Journey, organization: Organization
) -> None:
    asked = for_graph(journey.said)
    key_result = await say(organization, journey, asked)
    other = {"kind": "AT_LEAST", "target": "7", "perPerson": "ALL"}
    revision = {
        "keyResultId": key_result["id"],
        "reason": "It is measured in another way.",
        "category": "CORRECTION",
        "metric": other if "perPerson" in asked else {"kind": "DONE"},
    }

    answer = await ask(
        organization,
        f"""mutation ($input: ReviseKeyResultInput!) {{ reviseKeyResult(input: $input) {{
          keyResult {{ revisions {{ before {selection(asked)} }} }} }} }}""",
        input=revision,
    )

    (shown,) = answer["reviseKeyResult"]["keyResult"]["revisions"]
    assert shown["before"] == asked


async def test_a_policy_comes_back_as_it_was_stated_in_the_first_fact(handler: Handler) -> None:
    actor = Actor(organization_id=new_id(), id=new_id())
    organization = Organization(handler=handler, actor=actor)
    said = example(terms.Policy)
    begun = events.OrganizationCreated(
        organization_id=actor.organization_id,
        name="Acme",
        time_zone="UTC",
        clock=terms.Clock.REAL,
        **vars(msgspec.convert(said, terms.Policy)),
    )

    await append(organization, entry(organization, begun, begins="REAL"))
    document = f"{{ organization {{ policy {selection(for_graph(said))} }} }}"
    shown = await ask(organization, document)
    kept = await row(organization, "policies", str(actor.organization_id))

    assert shown["organization"]["policy"] == for_graph(said)
    assert of_those(said, await last_fact(organization)) == said
    lists = {name: json.loads(kept[name]) for name in ("score_bands", "programme_aims")}
    assert of_those(said, {**kept, **lists}) == said


async def test_an_obstacle_comes_back_as_it_was_named_in_a_report(
    organization: Organization,
) -> None:
    journey = next(each for each in JOURNEYS if each.noun is terms.CheckIn)
    said = {"value": "1", "obstacles": ["A wall", "Another wall"]}
    whole = {**await journey.beside(organization), **said}

    answer = await ask(
        organization,
        """mutation ($input: RecordCheckInInput!) {
          recordCheckIn(input: $input) { checkIn { obstacles { id text kind } } } }""",
        input=msgspec.to_builtins(whole),
    )
    shown = answer["recordCheckIn"]["checkIn"]["obstacles"]

    assert [each["text"] for each in shown] == said["obstacles"]
    assert (await last_fact(organization))["obstacles"] == shown
    for each in shown:
        assert of_those(each, await row(organization, "obstacles", each["id"])) == each


def test_every_field_of_every_noun_is_stated_somewhere() -> None:
    for noun in nouns():
        stated = {name for each in JOURNEYS if each.noun is noun for name in each.said}
        assert noun in OTHERWISE or stated == {each.name for each in fields(noun)}
