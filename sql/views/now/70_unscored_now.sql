-- How much of what the actor sees keeps a cycle from closing; nothing where the policy lets it close anyhow.
create function unscored_now(org_id uuid, actor uuid, cycle_id uuid) returns jsonb
language sql stable
return case when exists (
  select from policy p
  where p.org_id = unscored_now.org_id and p.id = unscored_now.cycle_id and p.closing = 'REFUSE'
) then (
  select jsonb_build_object(
    'unscored_objectives', count(*) filter (where u.id = u.objective_id),
    'unscored_key_results', count(*) filter (where u.id <> u.objective_id)
  )
  from unscored u
  where u.org_id = unscored_now.org_id and u.cycle_id = unscored_now.cycle_id
    and sees(u.org_id, unscored_now.actor, u.objective_id, u.visibility)
) else '{}' end;
