-- What stands outside, seen by who sees the objective that it belongs to, if it belongs to one.
create view attachment as
select a.*, coalesce(o.visibility, 'ORGANIZATION') as visibility, o.cycle_id, o.owner_team_id
from attachments a
left join objectives o on o.org_id = a.org_id and o.id = a.objective_id;
