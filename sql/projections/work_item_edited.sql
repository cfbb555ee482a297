-- What was stated of it changes; other criteria have yet to be met.
create function project_work_item_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'work_items', fact, (fact.data ->> 'work_item_id')::uuid,
    fact.data - 'changes' || (fact.data -> 'changes') || jsonb_build_object('edits', 1 + (
      select w.edits from work_items w
      where w.org_id = fact.org_id and w.id = (fact.data ->> 'work_item_id')::uuid and w.to_position = open_end()
    )) || case
      when fact.data -> 'changes' ? 'criteria' then '{"criteria_met": false, "accepted_by_id": null}'
      else '{}'
    end::jsonb
  );
end
$$;
