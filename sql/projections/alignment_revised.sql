-- The alignment counts as stated.
create function project_alignment_revised(fact fact) returns void
language plpgsql as $$
begin
  perform revise('alignments', fact, (fact.data ->> 'alignment_id')::uuid, fact.data -> 'changes');
  perform roll_up_supported(fact, (fact.data ->> 'alignment_id')::uuid);
end
$$;
