"""What the running server offers: talking and aligning, and no judgement of people."""

import pytest

from tests.graph.office import Office

OFFERED = "{ __schema { types { name fields { name } inputFields { name } enumValues { name } } } }"
JUDGING = ("salary", "payroll", "reward", "rating", "leaderboard", "ranking")


@pytest.mark.row("R3-01")
async def test_people_talk_and_align_and_nobody_is_rated(office: Office) -> None:
    ann, bob = await office.person("Ann"), await office.person("Bob")
    cycle = await office.cycle()
    theirs, ours = await office.objective(cycle, by=ann), await office.objective(cycle, by=bob)
    idea = {"objectiveId": theirs, "kind": "IDEA", "text": "We could carry a part of it."}
    comment = (await bob.do("addComment", "comment { id }", **idea))["id"]
    answer = {"answersId": comment, "text": "Yes, please."}
    await ann.do("addComment", "comment { id }", **answer)
    helps = {"rationale": "We bring the mentors.", "contributionStatement": "Twenty of them."}
    await office.align(ours, theirs, by=bob, **helps)
    outcome = {"commentId": comment, "outcome": "Bob's objective supports it."}
    await ann.do("resolveComment", "comment { id }", **outcome)

    shows = """comments { nodes { kind text outcome replies { nodes { text } } } }
      supporters { nodes { from { id } rationale contributionStatement } }"""
    seen = await office.seen("Objective", theirs, shows)
    thread = seen["comments"]["nodes"][0]
    assert thread["replies"]["nodes"] == [{"text": answer["text"]}]
    assert thread["outcome"] == outcome["outcome"]
    assert seen["supporters"]["nodes"] == [{"from": {"id": ours}, **helps}]
    named = await bob.ask(OFFERED)
    told = str(named).lower()
    assert [word for word in JUDGING if word in told] == []
