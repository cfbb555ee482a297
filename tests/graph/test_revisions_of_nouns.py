"""Whatever is revised keeps what was stated before, who changed it, when, and why."""

from typing import Any

from tests.graph.office import Office

COMMON = "position reason fields author { name } recordedAt"


async def revised(office: Office, kind: str, noun: str, stated: str) -> list[dict[str, Any]]:
    shows = f"revisions {{ {COMMON} before {{ {stated} }} after {{ {stated} }} }}"
    seen: list[dict[str, Any]] = (await office.seen(kind, noun, shows))["revisions"]
    assert all(each["author"] == {"name": "Ada"} and each["recordedAt"] for each in seen)
    positions = [each["position"] for each in seen]
    assert positions == sorted(set(positions))
    return [{key: each[key] for key in ("fields", "before", "after", "reason")} for each in seen]


async def test_a_team_keeps_what_it_was_called_and_where_it_stood(office: Office) -> None:
    above, team = await office.team("COMPANY"), await office.team(name="Mentors")
    await office.member(team)
    await office.admin.do("editTeam", "team { id }", teamId=team, name="Coaches", parentId=above)

    assert await revised(office, "Team", team, "name kind parent { id }") == [
        {
            "fields": ["name", "parent"],
            "before": {"name": "Mentors", "kind": "TEAM", "parent": None},
            "after": {"name": "Coaches", "kind": "TEAM", "parent": {"id": above}},
            "reason": None,
        }
    ]


async def test_a_person_keeps_their_names_and_what_they_were_granted(office: Office) -> None:
    bob = str((await office.person("Bob")).person_id)
    await office.admin.do("renamePerson", "person { id }", personId=bob, name="Robert")
    await office.admin.do("grantPermission", "person { id }", personId=bob, permission="AUDIT")
    await office.admin.do("deactivatePerson", "person { id }", personId=bob)

    renamed, granted, left = await revised(office, "Person", bob, "name active permissions")

    assert renamed["fields"] == ["name"]
    assert (renamed["before"]["name"], renamed["after"]["name"]) == ("Bob", "Robert")
    assert granted["fields"] == ["permissions"]
    assert {*granted["after"]["permissions"]} - {*granted["before"]["permissions"]} == {"AUDIT"}
    assert (left["fields"], left["after"]["active"]) == (["active"], False)


async def test_a_cycle_keeps_the_way_it_went(office: Office) -> None:
    cycle = await office.cycle()
    await office.objective(cycle)
    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)

    changes = await revised(office, "Cycle", cycle, "key startsOn state")

    assert [(each["fields"], each["after"]["state"]) for each in changes] == [
        (["state"], "ACTIVE"),
        (["state"], "REVIEW"),
    ]
    assert changes[0]["before"] == {"key": "2026-Q4", "startsOn": "2026-10-01", "state": "PLANNING"}


async def test_an_alignment_keeps_how_it_counted(office: Office) -> None:
    cycle = await office.cycle()
    ends = await office.objective(cycle), await office.objective(cycle)
    alignment = await office.align(*ends, rationale="So far.")
    said = {"alignmentId": alignment, "rollUp": "MEAN", "weight": "2"}
    await office.admin.do("reviseAlignment", "alignment { id }", **said)

    stated = "rollUp weight rationale"
    assert await revised(office, "Alignment", alignment, stated) == [
        {
            "fields": ["rollUp", "weight"],
            "before": {"rollUp": "NONE", "weight": "1", "rationale": "So far."},
            "after": {"rollUp": "MEAN", "weight": "2", "rationale": "So far."},
            "reason": None,
        }
    ]


async def test_a_part_keeps_its_targets_and_reports_are_no_revisions(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    part = await office.contributor(key_result, bob)
    await office.check_in(key_result, "2", by=bob)
    said = {"contributionId": part, "target": "6"}
    await office.admin.do("changeContribution", "keyResult { id }", **said)

    assert await revised(office, "Contribution", part, "target") == [
        {
            "fields": ["target"],
            "before": {"target": "4"},
            "after": {"target": "6"},
            "reason": None,
        }
    ]


async def test_a_policy_keeps_what_was_agreed_and_why_it_changed(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    bands = [
        {"label": "Low", "color": "#000000", "from": "0", "to": "0.5"},
        {"label": "High", "color": "#ffffff", "from": "0.5", "to": "1"},
    ]
    why = {"reason": "We learned."}
    for said in (
        {"completionCutOff": "0.6"},
        {"scoreBands": bands},
        {"cycleId": cycle, "companyMost": 5},
    ):
        await office.admin.do("changePolicy", "organization { id }", **(said | why))
    stated = "completionCutOff companyMost scoreBands { label from }"
    shows = f"policy {{ revisions {{ {COMMON} before {{ {stated} }} after {{ {stated} }} }} }}"

    document = (
        f"{{ organization {{ {shows} cycles {{ nodes {{ revisions {{ fields }} {shows} }} }} }} }}"
    )
    seen = (await bob.ask(document))["organization"]

    cut, banded = seen["policy"]["revisions"]
    assert (cut["reason"], cut["fields"]) == ("We learned.", ["completionCutOff"])
    assert cut["before"]["completionCutOff"] == "0.7"
    assert cut["after"] == cut["before"] | {"completionCutOff": "0.6"}
    assert [each["label"] for each in banded["after"]["scoreBands"]] == ["Low", "High"]
    [of_cycle] = seen["cycles"]["nodes"]
    [own] = of_cycle["policy"]["revisions"]
    assert own["fields"] == ["companyMost"]
    assert (own["before"]["companyMost"], own["after"]["companyMost"]) == (3, 5)
    assert own["after"]["completionCutOff"] == "0.6"
    assert [each["fields"] for each in of_cycle["revisions"]] == [["state"]]


async def test_later_revisions_are_absent_from_the_past(office: Office) -> None:
    team = await office.team(name="Mentors")
    document = """query ($id: ID!, $asOf: AsOf) { organization(asOf: $asOf) { position }
      node(id: $id, asOf: $asOf) { ... on Team { revisions { after { name } } } } }"""
    for name in ("Coaches", "Trainers"):
        await office.admin.do("editTeam", "team { id }", teamId=team, name=name)
    now = await office.admin.ask(document, id=team)
    before = {"position": now["organization"]["position"] - 1}

    then = await office.admin.ask(document, id=team, asOf=before)

    assert [each["after"]["name"] for each in now["node"]["revisions"]] == ["Coaches", "Trainers"]
    assert [each["after"]["name"] for each in then["node"]["revisions"]] == ["Coaches"]


async def test_what_was_revised_while_private_stays_with_those_who_take_part(
    office: Office,
) -> None:
    bob, cycle = await office.person(), await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    alignment = await office.align(private, await office.objective(cycle))
    said = {"alignmentId": alignment, "weight": "2"}
    await office.admin.do("reviseAlignment", "alignment { id }", **said)
    opened = {"objectiveId": private, "visibility": "ORGANIZATION", "reason": "It may be known."}
    await office.admin.do("editObjective", "objective { id }", **opened)
    await office.admin.do("reviseAlignment", "alignment { id }", **(said | {"weight": "3"}))

    shows = "weight revisions { after { weight } }"

    assert await office.seen("Alignment", alignment, shows, bob) == {
        "weight": "3",
        "revisions": [{"after": {"weight": "3"}}],
    }
    own = await office.seen("Alignment", alignment, shows, office.admin)
    assert len(own["revisions"]) == 2
