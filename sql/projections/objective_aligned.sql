-- The objective supports something.
create function project_objective_aligned(fact fact) returns void
language plpgsql as $$
begin
  insert into alignments
  select r.* from jsonb_populate_record(null::alignments, fact.data || created(fact, 'alignment_id')) r;
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
  perform roll_up_supported(fact, (fact.data ->> 'alignment_id')::uuid);
end
$$;
