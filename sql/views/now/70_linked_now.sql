-- What a command about links rests on: the link, the lesson it leads to as far as the actor sees it, whether it would
-- close a circle, whether it is there already.
create function linked_now(org_id uuid, actor uuid, objective_id uuid, to_objective_id uuid, said jsonb) returns jsonb
language sql stable
begin atomic
  with recursive follows (id) as (
    select linked_now.to_objective_id
    union
    select l.to_objective_id
    from follows f
    join links l on l.org_id = linked_now.org_id and l.objective_id = f.id and l.kind = 'FOLLOWS'
  ),
  link as (
    select l.* from links l
    where l.org_id = linked_now.org_id and l.id = (said ->> 'link_id')::uuid
  )
  select jsonb_build_object(
    'link', (select to_jsonb(l) from link l),
    'to_answer', (
      select to_jsonb(a) from answer a
      where a.org_id = linked_now.org_id
        and a.id = coalesce((said ->> 'to_answer_id')::uuid, (select l.to_answer_id from link l))
        and sees(a.org_id, linked_now.actor, a.objective_id, a.visibility)
    ),
    'to_kpi', (
      select to_jsonb(k) from kpis k
      where k.org_id = linked_now.org_id
        and k.id = coalesce((said ->> 'to_kpi_id')::uuid, (select l.to_kpi_id from link l))
    ),
    'to_hypothesis', (
      select to_jsonb(h) from hypotheses h
      where h.org_id = linked_now.org_id
        and h.id = coalesce((said ->> 'to_hypothesis_id')::uuid, (select l.to_hypothesis_id from link l))
    ),
    'to_insight', (
      select to_jsonb(i) from insight i
      where i.org_id = linked_now.org_id
        and i.id = coalesce((said ->> 'to_insight_id')::uuid, (select l.to_insight_id from link l))
        and sees(i.org_id, linked_now.actor, i.objective_id, i.visibility)
    ),
    'target_follows_objective', exists (select from follows f where f.id = linked_now.objective_id),
    'linked_already', exists (
      select from links l
      where l.org_id = linked_now.org_id and l.objective_id = linked_now.objective_id
        and coalesce(
          l.to_objective_id, l.to_answer_id, l.to_aspiration_id, l.to_kpi_id, l.to_hypothesis_id, l.to_insight_id
        ) = coalesce(
          linked_now.to_objective_id, (said ->> 'to_answer_id')::uuid, (said ->> 'to_aspiration_id')::uuid,
          (said ->> 'to_kpi_id')::uuid, (said ->> 'to_hypothesis_id')::uuid, (said ->> 'to_insight_id')::uuid
        )
        and l.kind = said ->> 'kind'
    )
  );
end;
