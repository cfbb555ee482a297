-- How work is changed on the way: the objectives that were begun, with how often each or a key result of it was changed
-- after the start; those changes, and whether each says why; and the key results, and whether each was changed.
create function number_revisions(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[])
returns setof numbered
language sql stable
begin atomic
  with begun as not materialized (
    select o.*
    from begun_objective(
      number_revisions.org_id, number_revisions.viewer, number_revisions.teams, number_revisions.cycles
    ) o
  )
  select
    o.id, o.created_position, o.owner_team_id, null::uuid, (
      select count(*) from running_revision r where r.org_id = o.org_id and r.objective_id = o.id
    )::numeric, null::text
  from begun o
  where number_revisions.code = 'REVISIONS'
  union all
  select r.id, r.created_position, o.owner_team_id, null, (btrim(r.reason) <> '')::int::numeric, null
  from begun o
  cross join lateral (
    select v.id, v.created_position, v.reason
    from key_results k
    join key_result_revisions v on v.org_id = k.org_id and v.key_result_id = k.id and v.running
    where k.org_id = o.org_id and k.objective_id = o.id
    union all
    select v.id, v.created_position, v.reason
    from objective_revisions v
    where v.org_id = o.org_id and v.objective_id = o.id and v.running
  ) r
  where number_revisions.code = 'REVISIONS_WITH_REASON'
  union all
  select
    k.id, k.created_position, o.owner_team_id, null, exists (
      select from running_revision r where r.org_id = o.org_id and r.key_result_id = k.id
    )::int::numeric, null
  from begun o
  join key_results k on k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN'
  where number_revisions.code = 'KEY_RESULT_CHURN';
end;
