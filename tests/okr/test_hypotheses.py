"""Rules about what is assumed, tried and learned."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr import events
from server.okr.hypotheses import (
    AddExperiment,
    AddHypothesis,
    ConcludeHypothesis,
    RecordExperimentResult,
    VariantResultInput,
    add_experiment,
    add_hypothesis,
    conclude_hypothesis,
    record_experiment_result,
)
from server.okr.hypotheses_now import ExperimentNow, HypothesisNow
from server.okr.insights import AddInsight, add_insight
from server.okr.now import ActorNow
from server.okr.standing import Standing
from server.okr.terms import Variant, Verdict
from tests.okr.standings import (
    KEY_RESULT,
    ME,
    OBJECTIVE,
    SOMEBODY,
    TEAM,
    Rule,
    a_key_result,
    a_manager,
    a_member,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    an_administrator,
    an_id,
    an_objective,
    reasons,
    rests_on,
    stale,
    the_fact,
)

HYPOTHESIS, EXPERIMENT, VARIANT = an_id("hypothesis"), an_id("experiment"), an_id("variant")
WORDS: dict[str, Any] = {"problem": "They wait.", "assumption": "Mail.", "statement": "We call."}
ADDITION = AddHypothesis(**WORDS)
VERDICT = ConcludeHypothesis(hypothesis_id=HYPOTHESIS, verdict=Verdict.REFUTED, reason="Two wait.")
TRIAL = AddExperiment(hypothesis_id=HYPOTHESIS, setup="Ten of them.")
RESULT = RecordExperimentResult(experiment_id=EXPERIMENT, result="It works.", winner_id=VARIANT)
TRIED: list[tuple[Rule, Any, str]] = [
    (conclude_hypothesis, VERDICT, "hypothesis_id"),
    (add_experiment, TRIAL, "hypothesis_id"),
    (record_experiment_result, RESULT, "experiment_id"),
]
every_rule = pytest.mark.parametrize(("rule", "said", "path"), TRIED)


def assuming(actor: ActorNow | None = None, **known: Any) -> Standing:
    author = known.pop("author_id", SOMEBODY)
    hypothesis = HypothesisNow(
        id=HYPOTHESIS, version=2, author_id=author, owner_team_id=TEAM, **WORDS
    )
    experiment = ExperimentNow(id=EXPERIMENT, variants=[VARIANT])
    there: dict[str, Any] = {"hypothesis": hypothesis, "experiment": experiment}
    return a_standing(actor or an_administrator(), **(there | {"owner_team": a_team()} | known))


@every_rule
@pytest.mark.parametrize(
    ("actor", "author", "may"),
    [
        (an_administrator(), SOMEBODY, True),
        (a_planner(), SOMEBODY, True),
        (a_manager(), SOMEBODY, True),
        (a_member(), SOMEBODY, True),
        (a_stranger(), ME, True),
        (a_stranger(), SOMEBODY, False),
    ],
)
def test_its_author_and_its_team_try_it(
    rule: Rule, said: Any, path: str, actor: ActorNow, author: Any, may: bool
) -> None:
    assert path
    assert (reasons(rule, assuming(actor, author_id=author), said) == []) is may


@every_rule
def test_it_is_there_and_as_it_was_when_that_was_decided(rule: Rule, said: Any, path: str) -> None:
    assert reasons(rule, a_standing(), said) == [f"NOT_FOUND {path}"]
    assert stale(rule, assuming(), said) == ({"CHANGED_MEANWHILE command.expected_version"}, 2)
    assert HYPOTHESIS in rests_on(rule, assuming(), said)


def test_anybody_assumes_and_a_team_for_itself() -> None:
    of_team = replace(ADDITION, owner_team_id=TEAM)
    assert reasons(add_hypothesis, assuming(a_stranger()), ADDITION) == []
    assert reasons(add_hypothesis, assuming(a_stranger()), of_team) == ["NOT_ALLOWED"]
    assert reasons(add_hypothesis, assuming(a_member()), of_team) == []
    blank = replace(ADDITION, problem=" ", assumption=" ", statement=" ")
    assert reasons(add_hypothesis, assuming(), blank) == [
        "INVALID problem",
        "INVALID assumption",
        "INVALID statement",
    ]
    refined = replace(ADDITION, refines_id=HYPOTHESIS)
    assert HYPOTHESIS in rests_on(add_hypothesis, assuming(), refined)
    nothing = replace(assuming(), hypothesis=None)
    assert reasons(add_hypothesis, nothing, refined) == ["NOT_FOUND refines_id"]


def test_it_is_concluded_once_and_says_why() -> None:
    done = replace(assuming())
    assert done.hypothesis
    done.hypothesis.verdict = Verdict.SUPPORTED
    assert reasons(conclude_hypothesis, done, VERDICT) == ["WRONG_STATE hypothesis_id"]
    assert reasons(conclude_hypothesis, assuming(), replace(VERDICT, reason=" ")) == [
        "REASON_IS_MISSING reason"
    ]


@pytest.mark.parametrize(("number", "wrong"), [(0, []), (1, ["INVALID"]), (21, ["LIMIT_REACHED"])])
def test_variants_are_held_against_each_other(number: int, wrong: list[str]) -> None:
    said = replace(TRIAL, variants=[Variant(name="A") for _ in range(number)])
    assert reasons(add_experiment, assuming(), said) == [f"{each} variants" for each in wrong]
    blank = replace(TRIAL, setup=" ", variants=[Variant(name="A"), Variant(name=" ")])
    wrong = ["INVALID setup", "INVALID variants.1.name"]
    assert reasons(add_experiment, assuming(), blank) == wrong


def test_what_came_of_it_is_said_of_its_variants() -> None:
    strange = replace(
        RESULT, winner_id=OBJECTIVE, results=[VariantResultInput(variant_id=OBJECTIVE)]
    )
    assert reasons(record_experiment_result, assuming(), strange) == [
        "NOT_FOUND winner_id",
        "NOT_FOUND results.0.variant_id",
    ]
    fact = the_fact(record_experiment_result, assuming(), RESULT)
    assert isinstance(fact, events.ExperimentResultRecorded)
    assert (fact.hypothesis_id, fact.winner_id) == (HYPOTHESIS, VARIANT)


def test_anybody_learns_from_one_thing() -> None:
    standing = assuming(a_stranger(), objective=an_objective(), key_result=a_key_result())
    said = AddInsight(text="Calls beat mail.", key_result_id=KEY_RESULT)
    fact = the_fact(add_insight, standing, said)
    assert isinstance(fact, events.InsightAdded)
    assert (fact.objective_id, fact.key_result_id) == (OBJECTIVE, KEY_RESULT)
    two = replace(said, hypothesis_id=HYPOTHESIS)
    assert reasons(add_insight, standing, two) == ["INVALID key_result_id"]
    nothing = AddInsight(text=" ")
    assert reasons(add_insight, a_standing(), nothing) == ["INVALID text", "INVALID text"]
    assert reasons(add_insight, a_standing(), said) == ["NOT_FOUND key_result_id"]
