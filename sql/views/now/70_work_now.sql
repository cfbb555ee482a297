-- How work stands that a command names, for one actor: with what it is for, and null where they do not see that; and
-- the tie that it names, if they see both ends.
create function work_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
begin atomic
  with recursive link as (
    select l.* from work_link l
    where l.org_id = work_now.org_id and l.id = (said ->> 'work_link_id')::uuid
      and sees(l.org_id, work_now.actor, l.objective_id, l.visibility)
      and sees(l.org_id, work_now.actor, l.of_objective_id, l.other_visibility)
  ),
  reached (id) as (
    select (said ->> 'to_work_item_id')::uuid
    union
    select l.to_work_item_id
    from reached r
    join work_links l on l.org_id = work_now.org_id and l.work_item_id = r.id and l.to_work_item_id is not null
      and l.kind = said ->> 'kind'
  )
  select coalesce(jsonb_object_agg(n.name, to_jsonb(w) || jsonb_build_object(
    'objective', objective_now(w.org_id, work_now.actor, w.objective_id),
    'key_result', key_result_now(w.org_id, work_now.actor, w.key_result_id)
  )), '{}') || jsonb_build_object(
    'work_link', (select to_jsonb(l) from link l),
    'target_leads_to_work', exists (select from reached r where r.id = (said ->> 'work_item_id')::uuid),
    'work_linked_already', exists (
      select from work_link l
      where l.org_id = work_now.org_id and l.work_item_id = (said ->> 'work_item_id')::uuid and l.kind = said ->> 'kind'
        and coalesce(l.to_work_item_id, l.to_key_result_id, l.to_objective_id)
          = coalesce(said ->> 'to_work_item_id', said ->> 'to_key_result_id', said ->> 'to_objective_id')::uuid
    )
  )
  from (
    select 'work_item', coalesce((said ->> 'work_item_id')::uuid, (select l.work_item_id from link l))
    union all
    values ('within', (said ->> 'within_id')::uuid), ('to_work_item', (said ->> 'to_work_item_id')::uuid)
  ) n (name, id)
  join work_item w on w.org_id = work_now.org_id and w.id = n.id
  where sees(w.org_id, work_now.actor, w.objective_id, w.visibility);
end;
