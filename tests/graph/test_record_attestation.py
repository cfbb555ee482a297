"""Saying what holds of objectives and key results through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import RISING, Office

WORKING = ("AMBITIOUS", "ACHIEVABLE", "ACTIONABLE", "MEANINGFUL")
FINDINGS = "findings { code node { id } }"


async def attest(by: Client, kind: str, **said: Any) -> None:
    await by.do("recordAttestation", "attestation { id }", kind=kind, **said)


async def agree(office: Office, **said: Any) -> None:
    await office.admin.do("changePolicy", "organization { id }", reason="We tried.", **said)


async def found(office: Office, kind: str, noun: str, *codes: str) -> list[str]:
    """Those of the codes that others find about something."""
    seen = await office.seen(kind, noun, "findings { code }")
    return [each["code"] for each in seen["findings"] if each["code"] in codes]


async def drafted(office: Office, *titles: str) -> tuple[Client, str, list[str]]:
    """A person's draft with key results."""
    ann = await office.person("Ann")
    draft = await office.objective(await office.cycle(), active=False, by=ann)
    return ann, draft, [await office.key_result(draft, by=ann, title=title) for title in titles]


@pytest.mark.row("R2-34")
async def test_a_key_result_without_which_the_objective_is_reached_may_be_pruned(
    office: Office,
) -> None:
    ann, _, (needed, spare) = await drafted(office, "Needed", "Spare")

    await attest(ann, "NECESSARY", keyResultId=needed)
    why = "Without it we would get there too."
    await attest(ann, "NECESSARY", keyResultId=spare, holds=False, reason=why)

    shows = """tests { necessary } findings { code }
      attestations { nodes { kind holds reason stale stands author { name } keyResult { id } } }"""
    seen = await office.seen("KeyResult", spare, shows)
    assert seen["tests"] == {"necessary": False}
    assert "MAY_BE_PRUNED" in [each["code"] for each in seen["findings"]]
    said = {"kind": "NECESSARY", "holds": False, "reason": why, "stale": False, "stands": True}
    assert seen["attestations"]["nodes"] == [
        {**said, "author": {"name": "Ann"}, "keyResult": {"id": spare}}
    ]
    assert (await office.seen("KeyResult", needed, "tests { necessary }"))["tests"] == {
        "necessary": True
    }
    assert await found(office, "KeyResult", needed, "MAY_BE_PRUNED") == []


@pytest.mark.row("R2-35")
async def test_key_results_that_do_not_suffice_say_what_is_missing(office: Office) -> None:
    ann, draft, _ = await drafted(office, "Sessions")
    missing = "Nothing tells whether people stay."
    said: dict[str, Any] = {"objectiveId": draft, "holds": False}
    asked = {**said, "kind": "SUFFICIENT"}
    assert await ann.refused("recordAttestation", "attestation", **asked) == [
        ("REASON_IS_MISSING", "input.reason")
    ]

    await attest(ann, "SUFFICIENT", **said, reason=missing)

    shows = "tests { sufficient } attestations { nodes { reason } }"
    assert await office.seen("Objective", draft, shows) == {
        "tests": {"sufficient": False},
        "attestations": {"nodes": [{"reason": missing}]},
    }
    assert await found(office, "Objective", draft, "NOT_SUFFICIENT") == ["NOT_SUFFICIENT"]
    await attest(ann, "SUFFICIENT", objectiveId=draft)
    assert await found(office, "Objective", draft, "NOT_SUFFICIENT") == []


@pytest.mark.row("R2-36", "R2-28")
async def test_both_tests_are_a_gate_and_are_asked_again_once_a_target_changes(
    office: Office,
) -> None:
    await agree(office, keyResultsTested="REFUSE")
    ann, draft, (sessions, people) = await drafted(office, "Sessions", "People")
    begin = {"objectiveId": draft}
    tests = ("UNTESTED", "TEST_IS_STALE")

    assert await found(office, "KeyResult", people, *tests) == ["UNTESTED"]
    assert (
        await ann.refused("activateObjective", "objective", **begin)
        == [("WRONG_STATE", "input.objectiveId")] * 2
    )
    for key_result in (sessions, people):
        await attest(ann, "NECESSARY", keyResultId=key_result)
    await attest(ann, "SUFFICIENT", objectiveId=draft)
    assert await found(office, "Objective", draft, *tests) == []
    change = {"keyResultId": people, "reason": "Too few.", "category": "OTHER"}
    metric = RISING | {"target": "30"}
    await ann.do("reviseKeyResult", "keyResult { id }", **change, metric=metric)

    for kind, noun in (("Objective", draft), ("KeyResult", sessions), ("KeyResult", people)):
        assert await found(office, kind, noun, *tests) == ["TEST_IS_STALE"]
    shows = "tests { untested sufficient } attestations(filter: {stale: true}) { totalCount }"
    seen = await office.seen("Objective", draft, shows)
    assert seen["tests"] == {"untested": 2, "sufficient": None}
    assert seen["attestations"] == {"totalCount": 3}
    payload = await ann.command("activateObjective", "objective { id }", begin)
    assert [each["message"] for each in payload["refusals"]] == [
        "2 key results have to be found necessary first, or be withdrawn.",
        "Its key results together have to be found sufficient first.",
    ]

    for key_result in (sessions, people):
        await attest(ann, "NECESSARY", keyResultId=key_result)
    await attest(ann, "SUFFICIENT", objectiveId=draft)
    await ann.do("activateObjective", "objective { id }", **begin)
    assert await office.seen("Objective", draft, "state") == {"state": "ACTIVE"}


async def test_another_key_result_makes_the_tests_stale_and_a_report_does_not(
    office: Office,
) -> None:
    await agree(office, keyResultsTested="WARN")
    ann, draft, (sessions,) = await drafted(office, "Sessions")
    await attest(ann, "SUFFICIENT", objectiveId=draft)
    await attest(ann, "SPECIFIC", keyResultId=sessions)
    await ann.do("activateObjective", "objective { id }", objectiveId=draft)
    await office.check_in(sessions, "12", by=ann)

    assert await found(office, "Objective", draft, "TEST_IS_STALE") == []
    more = await office.key_result(draft, by=ann)
    assert await found(office, "Objective", draft, "TEST_IS_STALE") == ["TEST_IS_STALE"]
    of_itself = "tests { specific }"
    assert await office.seen("KeyResult", sessions, of_itself) == {"tests": {"specific": True}}
    gone = {"keyResultId": more, "reason": "One suffices."}
    await ann.do("withdrawKeyResult", "keyResult { id }", **gone)
    assert await found(office, "Objective", draft, "TEST_IS_STALE") == []


@pytest.mark.row("R0-07")
async def test_a_mentee_owns_an_objective_and_says_that_it_is_within_their_control(
    office: Office,
) -> None:
    await agree(office, controlAttested="REFUSE")
    mentee, mentor = await office.person("Mia"), await office.person("Max")
    draft = await office.objective(await office.cycle(), active=False, by=mentee)
    told = {"objectiveId": draft, "kind": "WITHIN_MY_CONTROL"}
    helps = {"personId": str(mentor.person_id), "role": "CO_AUTHOR", "objectiveId": draft}
    await mentee.do("addParticipant", "participant { id }", **helps)

    begin = {"objectiveId": draft}
    refused = await mentee.refused("activateObjective", "objective", **begin)
    assert refused == [("WRONG_STATE", "input.objectiveId")]
    assert await mentor.refused("recordAttestation", "attestation", **told) == [("NOT_ALLOWED", "")]
    code = "NOT_WITHIN_CONTROL"
    assert await found(office, "Objective", draft, code) == [code]

    await attest(mentee, **told)
    await mentee.do("activateObjective", "objective { id }", **begin)

    shows = "state owner { ... on Person { name } } tests { withinControl }"
    assert await office.seen("Objective", draft, shows) == {
        "state": "ACTIVE",
        "owner": {"name": "Mia"},
        "tests": {"withinControl": True},
    }
    assert await found(office, "Objective", draft, code) == []


@pytest.mark.row("R2-09")
async def test_what_nobody_said_of_an_objective_is_found(office: Office) -> None:
    await agree(office, attestationsExpected=True)
    ann, draft, _ = await drafted(office)

    for kind in WORKING:
        assert await found(office, "Objective", draft, "NOT_ATTESTED") == ["NOT_ATTESTED"]
        await attest(ann, kind, objectiveId=draft, reason="We looked at last year.")

    assert await found(office, "Objective", draft, "NOT_ATTESTED") == []
    shows = f"tests {{ {' '.join(each.lower() for each in WORKING)} }}"
    seen = await office.seen("Objective", draft, shows)
    assert seen["tests"] == {each.lower(): True for each in WORKING}


@pytest.mark.row("R2-24")
async def test_stakeholders_are_listed_with_what_they_say_to_it(office: Office) -> None:
    ann, draft, _ = await drafted(office)
    stakeholders = [await office.person(name) for name in ("Bea", "Cem", "Dov")]
    for each in stakeholders:
        said = {"objectiveId": draft, "personId": str(each.person_id), "role": "STAKEHOLDER"}
        await ann.do("addParticipant", "participant { id }", **said)
    bea, cem, _ = stakeholders

    await attest(bea, "ACKNOWLEDGED", objectiveId=draft)
    doubt = {"holds": False, "reason": "Not before we talked."}
    await attest(cem, "ACKNOWLEDGED", objectiveId=draft, **doubt)

    shows = "person { name } acknowledgement { holds reason stale }"
    listed = f"participants(filter: {{role: STAKEHOLDER}}) {{ nodes {{ {shows} }} }}"
    seen = await office.seen("Objective", draft, listed)
    stands = {"stale": False}
    assert seen["participants"]["nodes"] == [
        {"person": {"name": "Bea"}, "acknowledgement": {"holds": True, "reason": None, **stands}},
        {"person": {"name": "Cem"}, "acknowledgement": {**doubt, **stands}},
        {"person": {"name": "Dov"}, "acknowledgement": None},
    ]
    stranger = await office.person()
    said = {"objectiveId": draft, "kind": "ACKNOWLEDGED"}
    refused = await stranger.refused("recordAttestation", "attestation", **said)
    assert refused == [("NOT_ALLOWED", "")]


@pytest.mark.row("R3-35")
async def test_five_flags_tell_whether_a_key_result_is_smart(office: Office) -> None:
    ann, draft, (vague,) = await drafted(office, "People like it")
    done = await office.key_result(draft, {"kind": "DONE"}, by=ann, dueOn="2026-11-30")
    shows = "tests { specific measurable achievable relevant timeBound }"
    unsaid = {"specific": None, "achievable": None, "relevant": None}

    assert (await office.seen("KeyResult", vague, shows))["tests"] == {
        **unsaid,
        "measurable": True,
        "timeBound": False,
    }
    assert (await office.seen("KeyResult", done, shows))["tests"] == {
        **unsaid,
        "measurable": False,
        "timeBound": True,
    }
    for kind in ("ACHIEVABLE", "RELEVANT"):
        await attest(ann, kind, keyResultId=vague)
    await attest(ann, "SPECIFIC", keyResultId=vague, holds=False, reason="Which people?")
    said = {"specific": False, "achievable": True, "relevant": True}
    assert (await office.seen("KeyResult", vague, shows))["tests"] == {
        **said,
        "measurable": True,
        "timeBound": False,
    }
    change = {"title": "Nine in ten mentees would come again", "dueOn": "2026-12-15"}
    why = {"reason": "Words.", "category": "OTHER", "keyResultId": vague}
    await ann.do("reviseKeyResult", "keyResult { id }", **change, **why)
    assert (await office.seen("KeyResult", vague, shows))["tests"] == {
        **unsaid,
        "measurable": True,
        "timeBound": True,
    }


async def test_what_was_said_in_private_is_asked_again_in_the_open(office: Office) -> None:
    ann = await office.person("Ann")
    draft = await office.objective(await office.cycle(), active=False, by=ann, visibility="PRIVATE")
    needed = await office.key_result(draft, by=ann)
    await attest(ann, "NECESSARY", keyResultId=needed)
    assert (await office.seen("KeyResult", needed, "tests { necessary }", ann))["tests"] == {
        "necessary": True
    }
    opened = {"objectiveId": draft, "visibility": "ORGANIZATION", "reason": "So."}
    await ann.do("editObjective", "objective { id }", **opened)

    shows = "tests { necessary } attestations { totalCount }"
    seen = await office.seen("KeyResult", needed, shows)
    assert seen == {"tests": {"necessary": None}, "attestations": {"totalCount": 0}}


async def test_what_holds_is_told_as_of_any_moment(office: Office) -> None:
    ann, draft, (needed,) = await drafted(office, "Sessions")
    await attest(ann, "NECESSARY", keyResultId=needed)
    before = await ann.command(
        "recordAttestation",
        "attestation { id }",
        {
            "keyResultId": needed,
            "kind": "RELEVANT",
        },
    )
    await office.key_result(draft, by=ann)

    document = """query ($id: ID!, $at: Int!) { node(id: $id) {
      ... on KeyResult { tests { necessary relevant } } }
      past: node(id: $id, asOf: {position: $at}) {
      ... on KeyResult { tests { necessary relevant } } } }"""
    document = document.replace("Int!", "Position!")
    seen = await ann.ask(document, id=needed, at=before["position"])
    assert seen["node"]["tests"] == {"necessary": None, "relevant": True}
    assert seen["past"]["tests"] == {"necessary": True, "relevant": True}
