-- The objective no longer supports it.
create function project_alignment_removed(fact fact) returns void
language plpgsql as $$
declare
  alignment uuid := (fact.data ->> 'alignment_id')::uuid;
begin
  perform finish('alignments', fact, alignment);
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
  perform roll_up_supported(fact, alignment);
end
$$;
