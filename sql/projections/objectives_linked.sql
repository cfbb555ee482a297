-- The objective is tied to another.
create function project_objectives_linked(fact fact) returns void
language plpgsql as $$
begin
  insert into links
  select r.* from jsonb_populate_record(null::links, fact.data || created(fact, 'link_id')) r;
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
end
$$;
