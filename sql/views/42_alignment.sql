-- An alignment, seen by who sees both of its ends.
create view alignment as
select
  a.*,
  f.visibility,
  coalesce(a.to_objective_id, k.objective_id) as supported_objective_id,
  t.visibility as supported_visibility,
  coalesce((select m.kind from teams m where m.org_id = t.org_id and m.id = t.owner_team_id), 'INDIVIDUAL')
    as supported_level,
  t.state as supported_state
from alignments a
join objectives f on f.org_id = a.org_id and f.id = a.objective_id
left join key_results k on k.org_id = a.org_id and k.id = a.to_key_result_id
join objectives t on t.org_id = a.org_id and t.id = coalesce(a.to_objective_id, k.objective_id);
