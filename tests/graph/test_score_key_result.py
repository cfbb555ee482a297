"""Saying how well a key result was reached, through the running server."""

import pytest

from tests.graph.client import Answer, Client
from tests.graph.office import RISING, Office

GIVEN = "self { value comment author { name } } team { value } agreed { value comment }"
SCORES = f"score {{ computed computedOriginal band {{ label color }} {GIVEN} }}"


async def give(actor: Client, key_result: str, kind: str, score: str, **said: str) -> None:
    await actor.do(
        "scoreKeyResult",
        "keyResult { id }",
        **({"keyResultId": key_result, "kind": kind, "score": score} | said),
    )


async def refused(actor: Client, key_result: str, kind: str, score: str = "1") -> object:
    return await actor.refused(
        "scoreKeyResult", "keyResult", keyResultId=key_result, kind=kind, score=score
    )


async def test_what_was_computed_stands_beside_what_people_say(office: Office) -> None:
    key_result, bob = await office.started(), await office.person("Bob")
    await office.contributor(key_result, bob)
    assert await office.seen("KeyResult", key_result, SCORES) == {"score": None}

    await office.check_in(key_result, "12")
    await give(bob, key_result, "SELF", "0.9", comment="Nearly.")
    await give(office.admin, key_result, "SELF", "0.5")
    await give(bob, key_result, "TEAM", "0.40")
    await give(office.admin, key_result, "AGREED", "0.6", comment="So be it.")

    assert await office.seen("KeyResult", key_result, SCORES) == {
        "score": {
            "computed": "0.2",
            "computedOriginal": "0.2",
            "band": {"label": "Progress", "color": "#e67e22"},
            "self": [
                {"value": "0.9", "comment": "Nearly.", "author": {"name": "Bob"}},
                {"value": "0.5", "comment": None, "author": {"name": "Ada"}},
            ],
            "team": {"value": "0.4"},
            "agreed": {"value": "0.6", "comment": "So be it."},
        }
    }


@pytest.mark.row("R2-22")
async def test_each_score_says_who_gave_it_and_when(office: Office) -> None:
    key_result, bob = await office.started(), await office.person("Bob")
    await office.contributor(key_result, bob)
    await office.check_in(key_result, "16")
    await give(bob, key_result, "SELF", "0.9", comment="Nearly.")
    await give(bob, key_result, "TEAM", "0.7")
    await give(office.admin, key_result, "AGREED", "0.65")

    told = "{ value author { name } recordedAt }"
    shows = f"score {{ computed self {told} team {told} agreed {told} }}"
    score = (await office.seen("KeyResult", key_result, shows))["score"]
    given = [*score["self"], score["team"], score["agreed"]]
    assert [(each["value"], each["author"]["name"]) for each in given] == [
        ("0.9", "Bob"),
        ("0.7", "Bob"),
        ("0.65", "Ada"),
    ]
    moments = [each["recordedAt"] for each in given]
    assert moments == sorted(set(moments))
    assert score["computed"] == "0.6"


async def test_a_later_score_takes_the_place_of_its_own_kind_alone(office: Office) -> None:
    key_result = await office.started()
    for kind in ("SELF", "TEAM", "AGREED"):
        await give(office.admin, key_result, kind, "0.5")
        await give(office.admin, key_result, kind, "0.7")

    seen = await office.seen("KeyResult", key_result, SCORES)
    assert [each["value"] for each in seen["score"]["self"]] == ["0.7"]
    assert seen["score"]["team"]["value"] == seen["score"]["agreed"]["value"] == "0.7"


@pytest.mark.parametrize(
    ("value", "label"),
    [("5", "Missed"), ("12.9", "Missed"), ("13", "Progress"), ("17", "Reached"), ("99", "Reached")],
)
async def test_the_band_is_that_of_the_computed_score_while_none_was_agreed(
    office: Office, value: str, label: str
) -> None:
    key_result = await office.started()
    await office.check_in(key_result, value)
    await give(office.admin, key_result, "TEAM", "0.5")

    seen = await office.seen("KeyResult", key_result, "score { band { label } }")
    assert seen == {"score": {"band": {"label": label}}}


async def test_the_original_target_is_not_forgotten(office: Office) -> None:
    cycle = await office.cycle(started=False)
    objective = await office.objective(cycle)
    key_result, other = await office.key_result(objective), await office.key_result(objective)

    async def revise(target: str) -> None:
        await office.admin.do(
            "reviseKeyResult",
            "keyResult { id }",
            keyResultId=key_result,
            reason="Too much.",
            category="CAPACITY_CHANGE",
            metric=RISING | {"target": target},
        )

    await revise("30")
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    await revise("15")
    await office.check_in(key_result, "15")
    await office.check_in(other, "10")

    shows = "score { computed computedOriginal }"
    seen = await office.seen("KeyResult", key_result, f"{shows} objective {{ {shows} }}")
    assert seen == {
        "score": {"computed": "1", "computedOriginal": "0.25"},
        "objective": {"score": {"computed": "0.5", "computedOriginal": "0.125"}},
    }


@pytest.mark.parametrize(
    ("roll_up", "first", "later"),
    [("MINIMUM", "0.4", "0.4"), ("MEAN", "0.6", "0.4"), ("ALL", "0", "0"), ("NONE", "0.8", "0.4")],
)
async def test_what_supports_it_counts_for_the_original_target_too(
    office: Office, roll_up: str, first: str, later: str
) -> None:
    cycle = await office.cycle()
    key_result = await office.key_result(await office.objective(cycle))
    supporter = await office.objective(cycle)
    aligned = {"objectiveId": supporter, "toKeyResultId": key_result, "rollUp": roll_up}
    await office.admin.do("alignObjective", "alignment { id }", **aligned)
    await office.check_in(key_result, "18")
    await office.check_in(await office.key_result(supporter), "14")

    shows = "score { computed computedOriginal }"
    both = {"score": {"computed": first, "computedOriginal": first}}
    assert await office.seen("KeyResult", key_result, shows) == both
    why = {"keyResultId": key_result, "reason": "More.", "category": "OTHER"}
    further = RISING | {"target": "30"}
    await office.admin.do("reviseKeyResult", "keyResult { id }", metric=further, **why)
    told = {"score": {"computed": later, "computedOriginal": first}}
    assert await office.seen("KeyResult", key_result, shows) == told


DONE, IN_TIME = {"kind": "DONE"}, {"kind": "BY_DATE", "by": "2026-12-10"}
STEPS = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}


@pytest.mark.parametrize(
    ("earlier", "later", "value", "original"),
    [
        (RISING, {"kind": "AT_LEAST", "target": "15"}, "15", "0.5"),
        (RISING, DONE, "1", None),
        (RISING, IN_TIME, "1", None),
        (DONE, RISING, "15", None),
        (IN_TIME, RISING, "15", None),
        (STEPS, RISING, "15", None),
        (IN_TIME, IN_TIME | {"by": "2026-10-01"}, "1", "1"),
    ],
)
async def test_what_is_reported_now_may_say_nothing_of_the_target_of_then(
    office: Office, earlier: Answer, later: Answer, value: str, original: str | None
) -> None:
    key_result = await office.key_result(await office.objective(await office.cycle()), earlier)
    why = {"keyResultId": key_result, "reason": "Otherwise.", "category": "OTHER"}
    await office.admin.do("reviseKeyResult", "keyResult { id }", metric=later, **why)
    await office.check_in(key_result, value)

    seen = await office.seen("KeyResult", key_result, "score { computedOriginal }")
    assert seen == {"score": {"computedOriginal": original}}


async def test_who_worked_on_it_scores_and_only_owners_agree(office: Office) -> None:
    team = await office.team()
    member, contributor = await office.member(team), await office.person()
    answers, stranger = await office.person(), await office.person()
    objective = await office.objective(
        await office.cycle(), ownerTeamId=team, accountablePersonId=str(answers.person_id)
    )
    key_result = await office.key_result(objective)
    await office.contributor(key_result, contributor)

    for kind in ("SELF", "TEAM"):
        for actor in (member, contributor, answers):
            await give(actor, key_result, kind, "0.5")
        assert await refused(stranger, key_result, kind) == [("NOT_ALLOWED", "")]
    for actor in (member, contributor, stranger):
        assert await refused(actor, key_result, "AGREED") == [("NOT_ALLOWED", "")]
    await give(answers, key_result, "AGREED", "0.5")


async def test_scores_are_given_from_the_start_until_the_cycle_closes(office: Office) -> None:
    cycle = await office.cycle(started=False)
    key_result = await office.key_result(await office.objective(cycle))

    async def then(mutation: str) -> None:
        await office.admin.do(mutation, "cycle { id }", cycleId=cycle)

    assert await refused(office.admin, key_result, "SELF") == [("WRONG_STATE", "input.keyResultId")]
    await then("startCycle")
    await give(office.admin, key_result, "SELF", "0")
    await then("reviewCycle")
    await give(office.admin, key_result, "AGREED", "1")
    await then("closeCycle")
    assert await refused(office.admin, key_result, "AGREED") == [
        ("CYCLE_IS_CLOSED", "input.keyResultId")
    ]


async def test_what_was_given_up_is_not_scored(office: Office) -> None:
    key_result = await office.started()
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=key_result, reason="So."
    )

    assert await refused(office.admin, key_result, "SELF") == [("WRONG_STATE", "input.keyResultId")]


@pytest.mark.parametrize("score", ["-0.01", "1.000000000001"])
async def test_a_score_lies_between_nothing_and_everything(office: Office, score: str) -> None:
    assert await refused(office.admin, await office.started(), "SELF", score) == [
        ("INVALID", "input.score")
    ]
