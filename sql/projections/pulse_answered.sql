-- That somebody answered is known to them alone, and where they said it in their own name to who asked.
create function project_pulse_answered(fact fact) returns void
language plpgsql as $$
begin
  insert into pulse_answers
  select r.* from jsonb_populate_record(
    null::pulse_answers,
    fact.data || created(fact, 'pulse_answer_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
  perform encircle(
    fact, 'pulse_answer_id', array_remove(array[fact.actor_id, (fact.data ->> 'holder_id')::uuid], null)
  );
end
$$;
