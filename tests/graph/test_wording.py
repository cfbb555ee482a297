"""How objectives and key results are worded, while drafted and later; through the server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

SHOWS = "findings { code severity message rewrite }"
FULL: dict[str, Any] = {
    "purpose": "so that no child drops out of school",
    "whyImportant": "One in five does.",
}
DONE = {"kind": "DONE"}
RISING = {"kind": "INCREASE", "unit": "%", "baseline": "20", "target": "30"}


def codes(noun: dict[str, Any]) -> set[str]:
    """What was found, without the number of key results, which is another matter."""
    return {each["code"] for each in noun["findings"]} - {"STARVED", "TOO_FEW_KRS"}


async def tried(office: Office, title: str, **said: Any) -> set[str]:
    """What is found about an objective while it is being written, before it is saved."""
    stated = {"cycleId": await cycle_of(office), "title": title, **FULL, **said}
    stated["ownerPersonId"] = str(office.admin.person_id)
    payload = await office.admin.command(
        "createObjective", f"objective {{ {SHOWS} }} refusals {{ code }}", stated, {"dryRun": True}
    )
    return codes(payload["objective"])


async def cycle_of(office: Office) -> str:
    """The one cycle, which is opened once."""
    nodes = (await office.admin.ask("{ organization { cycles { nodes { id } } } }"))[
        "organization"
    ]["cycles"]["nodes"]
    return str(nodes[0]["id"]) if nodes else await office.cycle(started=False)


async def of(office: Office, kind: str, noun: str, by: Client | None = None) -> set[str]:
    """What somebody else finds about a thing."""
    return codes(await office.seen(kind, noun, SHOWS, by))


async def agree(office: Office, **said: Any) -> None:
    await office.admin.do("changePolicy", "organization { id }", reason="So.", **said)


@pytest.mark.row("R1-18")
@pytest.mark.parametrize(
    ("language", "title"),
    [("EN", "Maintain the trust of our schools"), ("DE", "Vertrauen der Schulen erhalten")],
)
async def test_what_keeps_things_as_they_are_is_found_in_each_language(
    office: Office, language: str, title: str
) -> None:
    await agree(office, language=language)
    assert await tried(office, title) == {"STATUS_QUO"}
    draft = await office.objective(await cycle_of(office), active=False, title=title, **FULL)
    assert await of(office, "Objective", draft) == {"STATUS_QUO"}

    other = "Win the hearts of schools" if language == "EN" else "Die Herzen der Schulen gewinnen"
    await office.admin.do("editObjective", "objective { id }", objectiveId=draft, title=other)
    assert await of(office, "Objective", draft) == set()
    await agree(office, language="DE" if language == "EN" else "EN")
    assert await of(office, "Objective", draft) == {"NO_VERB"}


@pytest.mark.row("R0-05")
@pytest.mark.row("R3-04")
async def test_a_title_with_a_number_is_found_before_it_is_saved(office: Office) -> None:
    for title in ("Grow by 20 %", "Win 5 schools", "Double our reach", "Earn one million euros"):
        assert await tried(office, title) == {"NUMBERS_IN_TITLE"}
    assert await tried(office, "Become the first choice of schools") == set()

    draft = await office.objective(await cycle_of(office), active=False, title="Grow by 20 %")
    seen = (await office.seen("Objective", draft, SHOWS))["findings"]
    told = next(each for each in seen if each["code"] == "NUMBERS_IN_TITLE")
    assert told["severity"] == "WARNING"
    assert told["rewrite"] == ("Instead of “Grow by 20 %”: “Become the first choice of schools”.")


@pytest.mark.row("R2-02")
async def test_an_objective_says_what_is_to_be_done_and_is_neither_vague_nor_a_noun(
    office: Office,
) -> None:
    assert await tried(office, "Customer service") == {"ONLY_A_NOUN"}
    assert await tried(office, "Our customers come first always") == {"NO_VERB"}
    assert await tried(office, "Win some schools, if possible") == {"AMBIGUOUS"}
    assert await tried(office, "Win the hearts of our customers") == set()
    assert await tried(office, "Our customers come first", verb="put", what="them first") == set()

    await agree(office, language="DE")
    assert await tried(office, "Unsere Kunden stehen vorn") == {"NO_VERB"}
    assert await tried(office, "Unsere Kunden begeistern") == set()


@pytest.mark.row("R1-20")
@pytest.mark.row("R2-08")
async def test_titles_are_short_plain_and_without_the_jargon_of_the_house(office: Office) -> None:
    long = "Win the hearts of everybody who lives in our town, and those of everybody who visits it"
    assert await tried(office, long) == {"LONG_TITLE"}
    assert await tried(office, "Win " + "us " * 21) == {"HARD_TO_READ"}
    heavy = "Establish interdepartmental communication responsibilities"
    assert await tried(office, heavy) == {"HARD_TO_READ"}

    title = "Win schools over with Project Falcon"
    draft = await office.objective(await cycle_of(office), active=False, title=title, **FULL)
    assert await of(office, "Objective", draft) == set()
    await agree(office, jargon="synergy, project falcon, ")
    assert await of(office, "Objective", draft) == {"JARGON"}
    await agree(office, jargon=None)
    assert await of(office, "Objective", draft) == set()


@pytest.mark.row("R2-42")
async def test_a_long_title_that_does_not_say_what_for_is_over_specific(office: Office) -> None:
    long = "Win the schools of the north by letters, calls and visits of each of our mentors and me"
    assert await tried(office, long, purpose=None) == {"OVER_SPECIFIC", "NO_PURPOSE"}
    assert await tried(office, long) == {"LONG_TITLE"}
    draft = await office.objective(await cycle_of(office), active=False, title=long)
    assert "OVER_SPECIFIC" in await of(office, "Objective", draft)


@pytest.mark.row("R2-03")
async def test_verb_what_and_purpose_make_the_title_and_a_missing_purpose_is_found(
    office: Office,
) -> None:
    cycle = await office.cycle(started=False)
    parts: dict[str, Any] = {"verb": "Win", "what": "the schools of the north"}
    draft = await office.objective(cycle, active=False, title="", **parts)
    shows = f"title verb what purpose {SHOWS}"
    seen = await office.seen("Objective", draft, shows)
    assert seen["title"] == "Win the schools of the north"
    assert codes(seen) == {"NO_PURPOSE", "NO_MEANING"}

    said = {"objectiveId": draft, "title": "", **parts, "purpose": FULL["purpose"]}
    await office.admin.do("editObjective", "objective { id }", **said)
    seen = await office.seen("Objective", draft, shows)
    assert seen["title"] == "Win the schools of the north so that no child drops out of school"
    assert codes(seen) == {"NO_MEANING"}

    owner = str(office.admin.person_id)
    said = {"cycleId": cycle, "ownerPersonId": owner, "title": " ", "verb": "Win"}
    assert await office.admin.refused("createObjective", "objective", **said) == [
        ("INVALID", "input.title")
    ]


@pytest.mark.row("R1-63")
@pytest.mark.row("R1-64")
async def test_an_objective_with_a_soul_says_what_it_means_to_whom(office: Office) -> None:
    cycle = await office.cycle(started=False)
    title = "Win the hearts of schools"
    draft = await office.objective(cycle, active=False, title=title, purpose=FULL["purpose"])
    assert await of(office, "Objective", draft) == {"NO_MEANING"}

    soul = {
        "missionStatement": "Every child has somebody who believes in it.",
        "whyImportant": "One in five drops out.",
        "customerValue": "Teachers have time to teach.",
        "businessValue": "Schools pay for what works.",
        "biggerPicture": "A country that leaves no child behind.",
    }
    await office.admin.do("editObjective", "objective { id }", objectiveId=draft, **soul)
    assert await office.seen("Objective", draft, " ".join(soul)) == soul
    assert await of(office, "Objective", draft) == set()
    alone = {name: None for name in soul if name != "biggerPicture"}
    await office.admin.do("editObjective", "objective { id }", objectiveId=draft, **alone)
    assert await of(office, "Objective", draft) == set()


async def key_result(office: Office, title: str, metric: dict[str, Any], **said: Any) -> set[str]:
    """What somebody else finds about a new key result of a draft."""
    draft = await office.objective(await cycle_of(office), active=False)
    made = await office.key_result(draft, metric, title=title, **said)
    return await of(office, "KeyResult", made)


@pytest.mark.row("R0-10")
@pytest.mark.row("R2-38")
async def test_a_matter_of_opinion_without_from_and_to_is_found(office: Office) -> None:
    assert await key_result(office, "Better service", DONE) == {"SUBJECTIVE", "NO_FROM_TO"}
    waiting = {"kind": "INCREASE", "unit": "calls", "changePercent": "10"}
    assert await key_result(office, "Improve the service", waiting) == {"SUBJECTIVE", "NO_FROM_TO"}
    assert await key_result(office, "Raise conversion", waiting) == {"NO_FROM_TO"}
    assert await key_result(office, "Improve the service", RISING) == set()


@pytest.mark.row("R2-11")
@pytest.mark.row("R2-26")
@pytest.mark.row("R2-41")
async def test_a_task_is_told_from_what_comes_of_it_with_an_example(office: Office) -> None:
    draft = await office.objective(await cycle_of(office), active=False)
    task = await office.key_result(draft, DONE, title="Launch e-mail campaign")
    seen = (await office.seen("KeyResult", task, SHOWS))["findings"]
    told = {each["code"]: each for each in seen}
    assert told.keys() == {"ACTIVITY", "NO_FROM_TO"}
    assert told["ACTIVITY"]["message"] == (
        "It tells what is done and not what comes of it: measure what changes."
    )
    assert told["ACTIVITY"]["rewrite"] == (
        "Instead of “Launch an e-mail campaign”: “Raise conversion from 20 % to 30 %”."
    )
    assert await key_result(office, "Conversion from 20 % to 30 %", RISING) == set()
    await agree(office, language="DE")
    assert await key_result(office, "E-Mail-Kampagne starten", RISING) == {"ACTIVITY"}


@pytest.mark.row("R1-30")
@pytest.mark.row("R3-05")
async def test_what_goes_on_for_ever_lacks_an_end_state(office: Office) -> None:
    for title in ("Get advice from mentors", "Help the mentors"):
        assert await key_result(office, title, DONE) == {"NO_END_STATE", "NO_FROM_TO"}
        assert await tried(office, f"Win, and {title.lower()}") == {"NO_END_STATE"}
    assert await key_result(office, "Write letters", RISING) == {"ACTIVITY"}
    assert await key_result(office, "Hold meetings with two mentors", DONE) == {"NO_FROM_TO"}


@pytest.mark.row("R1-31")
async def test_what_was_rewritten_is_kept_before_and_after(office: Office) -> None:
    draft = await office.objective(await office.cycle())
    made = await office.key_result(draft, DONE, title="Get advice")
    shows = """findings { code rewrite }
      revisions { reason statedBefore { title } statedAfter { title } }"""
    seen = await office.seen("KeyResult", made, shows)
    advice = next(each for each in seen["findings"] if each["code"] == "NO_END_STATE")
    assert advice["rewrite"] == (
        "Instead of “Get advice”: “Hold meetings with two mentors, and decide”."
    )

    better = "Hold meetings with two mentors"
    why = {"reason": "It had no end.", "category": "CORRECTION"}
    await office.admin.do(
        "reviseKeyResult", "keyResult { id }", keyResultId=made, title=better, **why
    )
    seen = await office.seen("KeyResult", made, shows)
    assert "NO_END_STATE" not in codes(seen)
    assert seen["revisions"] == [
        {
            "reason": why["reason"],
            "statedBefore": {"title": "Get advice"},
            "statedAfter": {"title": better},
        }
    ]


async def test_how_a_private_draft_is_worded_is_for_its_participants_alone(office: Office) -> None:
    draft = await office.objective(
        await office.cycle(), active=False, visibility="PRIVATE", title="Maintain trust in us"
    )
    document = """{ organization { findings(filter: { code: STATUS_QUO }) {
      nodes { node { id } } } } }"""
    seen = (await office.admin.ask(document))["organization"]["findings"]["nodes"]
    assert seen == [{"node": {"id": draft}}]
    bob = await office.person()
    assert (await bob.ask(document))["organization"]["findings"]["nodes"] == []
