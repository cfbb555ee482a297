-- What changed of what was stated: each time with what was stated before and after, who changed it and why. What was
-- recorded while an objective was private stays with its participants.
create view revision as
select
  c.*, e.recorded_at, e.actor_id, differing(c.name, c.before, c.after) as fields,
  (
    select p.value from log.private p where p.org_id = c.org_id and p.position = c.position and p.field = 'reason'
  ) as reason
from (
  select
    'teams' as name, v.org_id, v.id, v.from_position as position, to_jsonb(b) as before, to_jsonb(v) as after,
    null::uuid as objective_id, 'ORGANIZATION' as visibility,
    null::uuid as supported_objective_id, 'ORGANIZATION' as supported_visibility
  from teams_versions v
  join teams_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  union all
  select
    'people', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v), null, 'ORGANIZATION', null, 'ORGANIZATION'
  from people_versions v
  join people_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  union all
  select
    'cycles', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v), null, 'ORGANIZATION', null, 'ORGANIZATION'
  from cycles_versions v
  join cycles_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  union all
  select
    'policies', v.org_id, v.id, v.from_position, agreed_at(v.org_id, coalesce(to_jsonb(b), '{}'), v.from_position - 1),
    agreed_at(v.org_id, to_jsonb(v), v.from_position), null, 'ORGANIZATION', null, 'ORGANIZATION'
  from policies_versions v
  left join policies_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  where b.id is not null or v.id <> v.org_id
  union all
  select
    'kpis', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v), null, 'ORGANIZATION', null, 'ORGANIZATION'
  from kpis_versions v
  join kpis_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  union all
  select
    'aspirations', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v), null, 'ORGANIZATION', null, 'ORGANIZATION'
  from aspirations_versions v
  join aspirations_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  union all
  select
    'objectives', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v),
    o.id, case when 'PRIVATE' in (o.visibility, b.visibility, v.visibility) then 'PRIVATE' else 'ORGANIZATION' end,
    null, 'ORGANIZATION'
  from objectives_versions v
  join objectives_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  join objectives o on o.org_id = v.org_id and o.id = v.id
  union all
  select
    'key_results', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v),
    o.id, shown_to(o.org_id, o.id, o.visibility, v.from_position), null, 'ORGANIZATION'
  from key_results_versions v
  join key_results_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  join objectives o on o.org_id = v.org_id and o.id = v.objective_id
  union all
  select
    'contributions', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v),
    o.id, shown_to(o.org_id, o.id, o.visibility, v.from_position), null, 'ORGANIZATION'
  from contributions_versions v
  join contributions_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  join key_results k on k.org_id = v.org_id and k.id = v.key_result_id
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id
  union all
  select
    'alignments', v.org_id, v.id, v.from_position, to_jsonb(b), to_jsonb(v),
    o.id, shown_to(o.org_id, o.id, o.visibility, v.from_position),
    t.id, shown_to(t.org_id, t.id, t.visibility, v.from_position)
  from alignments_versions v
  join alignments_versions b on b.org_id = v.org_id and b.id = v.id and b.to_position = v.from_position
  join objectives o on o.org_id = v.org_id and o.id = v.objective_id
  left join key_results k on k.org_id = v.org_id and k.id = v.to_key_result_id
  join objectives t on t.org_id = v.org_id and t.id = coalesce(v.to_objective_id, k.objective_id)
) c
join log.event e on e.org_id = c.org_id and e.position = c.position
where stated(c.name, c.before) <> stated(c.name, c.after);
