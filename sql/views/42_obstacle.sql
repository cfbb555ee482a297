-- What a report of a key result left open, seen by who sees its objective; `place` tells those of one report apart.
create view obstacle as
select
  b.*, b.created_position * 100 + b.ordinal as place,
  k.objective_id, o.visibility, o.cycle_id, o.owner_team_id
from obstacles b
left join key_results k on k.org_id = b.org_id and k.id = b.key_result_id
left join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
