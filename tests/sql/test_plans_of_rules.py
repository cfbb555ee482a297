"""What a rule is told of whoever acts is found by an index, however much others have done."""

import json

import asyncpg

from server.commands import Handler
from server.okr import events, pulses
from server.okr.terms import Question
from server.pools import search_path
from server.queries import query
from tests.samples import Organization

OTHERS = 3_000
ANSWERED = """
  insert into state_1.pulse_answers
  select (jsonb_populate_record(a, jsonb_build_object('id', o.id, 'author_id', o.id))).*
  from state_1.pulse_answers a,
    (select gen_random_uuid() as id from generate_series(1, $1)) o"""
STANDS = "select pulse_now($1, $2, $3)"
READ = """
  select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
  where schemaname = 'state_1' and relname = 'pulse_answers'"""


async def test_whether_somebody_answered_is_found_among_their_own_answers(
    own: asyncpg.Connection, served: Handler
) -> None:
    acme = await Organization.begin(served)
    cycle = await acme.running_cycle()
    asked = {"cycle_id": cycle.cycle_id, "questions": [Question.LEARNED]}
    pulse: events.PulseOpened = await acme.do(pulses.open_pulse, **asked)
    answers = [pulses.PulseAnswerInput(question=Question.LEARNED, text="Much")]
    await acme.do(pulses.answer_pulse, pulse_id=pulse.pulse_id, answers=answers)
    await own.execute(ANSWERED, OTHERS)
    await own.execute("vacuum analyze")

    said = json.dumps({"pulse_id": str(pulse.pulse_id), "named": False})
    await own.execute(query("set_search_path"), search_path(1, "now"))
    async with own.transaction():
        told = json.loads(await own.fetchval(STANDS, acme.id, acme.actor.id, said))
        read = await own.fetchval(READ)
    assert (told["pulse"]["answered"], told["pulse"]["beside"]) == (True, [])
    assert 0 < read < OTHERS / 100
