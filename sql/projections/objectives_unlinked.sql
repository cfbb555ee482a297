-- The objective is tied to the other one no more.
create function project_objectives_unlinked(fact fact) returns void
language plpgsql as $$
begin
  perform finish('links', fact, (fact.data ->> 'link_id')::uuid);
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
end
$$;
