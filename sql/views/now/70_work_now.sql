-- How work stands that a command names, for one actor: with what it is for, and null where they do not see that.
create function work_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
begin atomic
  select coalesce(jsonb_object_agg(n.name, to_jsonb(w) || jsonb_build_object(
    'objective', objective_now(w.org_id, work_now.actor, w.objective_id),
    'key_result', key_result_now(w.org_id, work_now.actor, w.key_result_id)
  )), '{}')
  from (
    values ('work_item', (said ->> 'work_item_id')::uuid), ('within', (said ->> 'within_id')::uuid)
  ) n (name, id)
  join work_item w on w.org_id = work_now.org_id and w.id = n.id
  where sees(w.org_id, work_now.actor, w.objective_id, w.visibility);
end;
