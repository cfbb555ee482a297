-- What stands outside, seen by who sees the objective that it belongs to.
create view attachment as
select a.*, o.visibility, o.cycle_id, o.owner_team_id
from attachments a
join objectives o on o.org_id = a.org_id and o.id = a.objective_id;
