-- The piece of work is tied to something.
create function project_work_linked(fact fact) returns void
language plpgsql as $$
begin
  insert into work_links
  select r.* from jsonb_populate_record(null::work_links, fact.data || created(fact, 'work_link_id')) r;
  perform revise('work_items', fact, (fact.data ->> 'work_item_id')::uuid);
end
$$;
