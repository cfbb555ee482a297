-- What was begun and has no agreed score: objectives, and their key results but for those that are parts of another.
create view unscored as
select begun.*
from (
  select o.org_id, o.id, o.created_position, o.id as objective_id, o.visibility, o.cycle_id, o.owner_team_id
  from objectives o
  where o.state in ('ACTIVE', 'CLOSED')
  union all
  select k.org_id, k.id, k.created_position, o.id, o.visibility, o.cycle_id, o.owner_team_id
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state in ('ACTIVE', 'CLOSED')
  where k.state <> 'WITHDRAWN' and k.part_of_id is null
) begun
where not exists (
  select from assessments a
  where a.org_id = begun.org_id and a.noun_id = begun.id and a.kind = 'AGREED'
);
