"""A view is asked again whenever it may have changed: nobody waits for what others are shown."""

from random import Random
from uuid import UUID

import pytest

from schema.context import Context
from schema.graph import graph
from schema.planned import Followed
from server.commands import Handler
from server.live.questions import Question, eyes_of
from server.okr import alignments, check_ins, corrections
from server.okr.events import CycleOpened
from tests.chance import HOW_OFTEN
from tests.graph.both_ways import Reader
from tests.histories import History

WORK = """
subscription ($cycle: ID!) { organization { name objectives(filter: { cycleId: $cycle }) { nodes {
  key title state progress { value raw inputs { value weight role } } score { computed }
  owner { ... on Team { name } ... on Person { name } } cycle { key } confidence
  keyResults { key current confidence status progress { value raw } lastCheckIn { value note }
    contributions { nodes { current target person { name } } }
    checkIns { nodes { value author { name } obstacles { text } } }
    collaborators { nodes { name } } metric { milestones { title done } } }
} } } }"""
EVERYWHERE = """
subscription ($cycle: ID!) { organization { objectives(filter: { cycleId: $cycle }) { nodes {
  owner { ... on Team { objectives { nodes { progress { value } } } } }
} } } }"""
BESIDE = """
subscription ($cycle: ID!) { organization { cycle(key: "2026-Q4") {
  comparedWith(cycleId: $cycle) { scoreChange } } } }"""
SINCE = """
subscription ($cycle: ID!) { organization { objectives(filter: { cycleId: $cycle }) { nodes {
  compare(from: { position: 1 }) { toPosition } } } } }"""
BY_KEY = """
subscription { organization { keyResult(key: "2026-Q4-O1-KR1") { current } } }"""
CYCLES = "{ organization { cycles { nodes { id } } } }"
OFTEN = HOW_OFTEN | {
    check_ins.record_check_in: 60,
    corrections.correct_check_in: 15,
    corrections.retract_check_in: 10,
    alignments.align_objective: 20,
}


async def question(ways: Reader, document: str, cycle: UUID) -> Question:
    """A planned question about a cycle."""
    context = Context(viewer=ways.viewer, handler=ways.handler, reads=None, answers=ways.answers)  # type: ignore[arg-type]
    variables = {"cycle": str(cycle)}
    result = await graph().execute(document, variable_values=variables, context_value=context)
    assert isinstance(result.data, Followed), result.errors
    return result.data.question


async def answer(ways: Reader, question_: Question) -> str:
    """What is answered, with the eyes that whoever asks has now."""
    viewer = ways.viewer
    whose = [viewer.person_id], [viewer.token_id]
    [row] = await ways.handler.database.fetch(viewer.organization_id, "eyes", *whose)
    eyes = eyes_of(row)
    assert eyes is not None
    return await question_.ask(viewer, eyes)


@pytest.mark.parametrize("seed", range(2))
async def test_what_changed_was_expected_to(handler: Handler, seed: int) -> None:
    history = await History.begin(handler, Random(seed))
    await history.complete()
    organization = history.organization
    ways = await Reader.of(handler, organization.id, organization.actor.id)
    asked = {
        fact.cycle_id: await question(ways, WORK, fact.cycle_id)
        for fact in history.chance.facts[CycleOpened]
    }
    spared = 0
    for _ in range(40):
        before = {each: await answer(ways, asked[each]) for each in asked}
        start = (await organization.log())[-1]["position"]
        await history.go_on(1, OFTEN)
        end = (await organization.log())[-1]["position"]
        [row] = await handler.database.fetch(organization.id, "stirred", start, end)
        for each, question_ in asked.items():
            assert question_.cycles == frozenset({str(each)})
            expected = row["cycles"] is None or str(each) in row["cycles"]
            assert expected or await answer(ways, question_) == before[each]
            spared += not expected
    assert spared


@pytest.mark.parametrize("document", [EVERYWHERE, BESIDE, SINCE, BY_KEY])
async def test_what_leads_out_of_the_cycle_is_changed_from_anywhere(
    handler: Handler, document: str
) -> None:
    history = await History.begin(handler, Random(1))
    organization = history.organization
    ways = await Reader.of(handler, organization.id, organization.actor.id)
    assert (await question(ways, document, UUID(int=1))).cycles is None
