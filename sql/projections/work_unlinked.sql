-- The piece of work is tied to that no more.
create function project_work_unlinked(fact fact) returns void
language plpgsql as $$
begin
  perform finish('work_links', fact, (fact.data ->> 'work_link_id')::uuid);
  perform revise('work_items', fact, (fact.data ->> 'work_item_id')::uuid);
end
$$;
