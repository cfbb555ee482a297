-- The piece of work is there, and not begun.
create function project_work_item_added(fact fact) returns void
language plpgsql as $$
begin
  insert into work_items
  select r.* from jsonb_populate_record(
    null::work_items, fact.data || created(fact, 'work_item_id') || jsonb_build_object(
      'creator_id', fact.actor_id, 'state', 'PLANNED', 'criteria_met', false, 'edits', 0
    )
  ) r;
end
$$;
