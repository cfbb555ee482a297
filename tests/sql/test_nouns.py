"""What facts do to the nouns themselves: keys, states, scores, memberships, original metrics."""

import json
from decimal import Decimal
from typing import Any

from server.ids import new_id
from server.okr.check_ins import answer_obstacle
from server.okr.cycles import close_cycle, start_cycle
from server.okr.events import KeyResultAdded
from server.okr.objectives import close_objective, edit_objective, withdraw_objective
from server.okr.people import grant_permission, rename_person, revoke_permission, revoke_token
from server.okr.scores import score_key_result
from server.okr.terms import Permission, ScoreKind, TeamRole
from server.okr.withdrawals import withdraw_key_result
from tests.samples import Organization, increase


async def column(organization: Organization, table: str, name: str) -> list[Any]:
    """The values of a column as they stand, in the order in which the nouns came."""
    text = f"select {name} from {table} where org_id = $1 order by created_position, id"
    return [row[name] for row in await organization.rows(text)]


async def test_keys_are_counted_on(organization: Organization) -> None:
    objective, other = await organization.objective(), await organization.objective()
    first = await organization.key_result(objective)
    await organization.do(
        withdraw_key_result, key_result_id=first.key_result_id, reason="Not worth it."
    )
    for each in (objective, other):
        await organization.key_result(each)
    assert await column(organization, "objectives", "key") == ["2026-Q4-O1", "2026-Q4-O2"]
    assert await column(organization, "key_results", "key") == [
        "2026-Q4-O1-KR1",
        "2026-Q4-O1-KR2",
        "2026-Q4-O2-KR1",
    ]


async def original(organization: Organization, key_result: KeyResultAdded) -> Any:
    (row,) = await organization.rows(
        "select original from key_results where org_id = $1 and id = $2", key_result.key_result_id
    )
    return row["original"] and json.loads(row["original"])


async def test_the_original_metric_is_that_of_the_start(organization: Organization) -> None:
    cycle = await organization.cycle(started=False)
    objective = await organization.objective(cycle=cycle)
    early = await organization.key_result(objective, increase(0, 10))
    await organization.revise(early, metric=increase(0, 20))
    assert await original(organization, early) is None
    await organization.do(start_cycle, cycle_id=cycle.cycle_id)
    late = await organization.key_result(objective, increase(0, 5))
    for key_result in (early, late):
        await organization.revise(key_result, metric=increase(0, 100))
    assert Decimal((await original(organization, early))["target"]) == 20
    assert Decimal((await original(organization, late))["target"]) == 5


async def test_the_start_of_a_cycle_concerns_its_own_key_results(
    organization: Organization,
) -> None:
    cycle, other = [await organization.cycle(key, started=False) for key in ("2027", "2028")]
    within = await organization.key_result(await organization.objective(cycle=cycle))
    beside = await organization.key_result(await organization.objective(cycle=other))
    await organization.do(start_cycle, cycle_id=cycle.cycle_id)
    assert await original(organization, within)
    assert await original(organization, beside) is None


async def test_a_cycle_ends_with_all_that_is_in_it(organization: Organization) -> None:
    cycle = await organization.running_cycle()
    other = await organization.cycle("2027")
    active, draft, given_up, finished, elsewhere = [
        await organization.objective(cycle=each, draft=is_draft)
        for each, is_draft in [
            (cycle, False),
            (cycle, True),
            (cycle, False),
            (cycle, False),
            (other, False),
        ]
    ]
    for objective in (active, draft, given_up, finished, elsewhere):
        await organization.key_result(objective)
    poor = await organization.key_result(active)
    await organization.do(withdraw_key_result, key_result_id=poor.key_result_id, reason="No.")
    await organization.do(withdraw_objective, objective_id=given_up.objective_id, reason="No.")
    await organization.do(close_objective, objective_id=finished.objective_id)
    await organization.do(close_cycle, cycle_id=cycle.cycle_id)
    states = ["CLOSED", "WITHDRAWN", "WITHDRAWN", "CLOSED", "ACTIVE"]
    assert await column(organization, "objectives", "state") == states
    because = [None, "The cycle closed while it was a draft.", "No.", None, None]
    assert await column(organization, "objectives", "withdrawn_because") == because
    ended = ["CLOSED", "CLOSED", "CLOSED", "CLOSED", "ACTIVE", "WITHDRAWN"]
    assert await column(organization, "key_results", "state") == ended
    assert await column(organization, "cycles", "state") == ["CLOSED", "ACTIVE"]


async def test_a_later_score_replaces_the_one_before(organization: Organization) -> None:
    ann = await organization.person()
    objective = await organization.objective(team=await organization.team(ann))
    key_result = (await organization.key_result(objective)).key_result_id
    for author in (organization, organization.by(ann)):
        for kind, scores in ((ScoreKind.SELF, "0.1 0.2"), (ScoreKind.TEAM, "0.3 0.4")):
            for score in map(Decimal, scores.split()):
                said = {"key_result_id": key_result, "kind": kind, "score": score}
                await author.do(score_key_result, **said)
    standing = await organization.rows(
        "select kind, value, author_id from assessments where org_id = $1 order by created_position"
    )
    assert [tuple(row) for row in standing] == [
        ("SELF", Decimal("0.2"), organization.actor.id),
        ("SELF", Decimal("0.2"), ann.person_id),
        ("TEAM", Decimal("0.4"), ann.person_id),
    ]


async def test_an_obstacle_is_open_until_it_is_answered(organization: Organization) -> None:
    key_result = await organization.key_result()
    report = await organization.check_in(key_result, 5, obstacles=["A wall.", "A ditch."])
    await organization.do(answer_obstacle, obstacle_id=report.obstacles[0].id, answer="A ladder.")
    rows = await organization.rows(
        "select text, open, answer from obstacles where org_id = $1 order by ordinal"
    )
    assert [tuple(row) for row in rows] == [
        ("A wall.", False, "A ladder."),
        ("A ditch.", True, None),
    ]


async def test_a_token_is_revoked_once(organization: Organization) -> None:
    token = new_id()
    for _ in range(2):
        await organization.do(revoke_token, person_id=organization.actor.id, token_id=token)
    assert await column(organization, "revoked_tokens", "token_id") == [token]


async def test_a_person_is_in_a_team_in_one_role(organization: Organization) -> None:
    ann = await organization.person()
    team = await organization.team(ann)
    await organization.member(team, ann, TeamRole.MANAGER)
    assert await column(organization, "team_members", "role") == ["MANAGER"]


async def test_what_is_absent_stays_and_null_is_cleared(organization: Organization) -> None:
    ann = (await organization.person()).person_id
    await organization.do(rename_person, person_id=ann, email="ann@example.org")
    assert await column(organization, "people", "name") == ["Ada", "Ann"]
    assert await column(organization, "people", "email") == [None, "ann@example.org"]
    await organization.do(rename_person, person_id=ann, name="Anna", email=None)
    assert await column(organization, "people", "name") == ["Ada", "Anna"]
    assert await column(organization, "people", "email") == [None, None]


async def test_permissions_come_and_go(organization: Organization) -> None:
    ann = (await organization.person()).person_id
    said = {"person_id": ann, "permission": Permission.AUDIT}
    await organization.do(grant_permission, **said)
    everybody = ["READ", "CONTRIBUTE"]
    assert (await column(organization, "people", "permissions"))[1] == [*everybody, "AUDIT"]
    await organization.do(revoke_permission, **said)
    assert (await column(organization, "people", "permissions"))[1] == everybody


async def test_a_new_owner_replaces_the_one_before(organization: Organization) -> None:
    ann = (await organization.person()).person_id
    team = await organization.team()
    objective = (await organization.objective(team=team)).objective_id
    await organization.do(
        edit_objective, objective_id=objective, owner_person_id=ann, reason="She knows it best."
    )
    assert await column(organization, "objectives", "owner_team_id") == [None]
    assert await column(organization, "objectives", "owner_person_id") == [ann]
    assert await column(organization, "objective_revisions", "reason") == ["She knows it best."]
