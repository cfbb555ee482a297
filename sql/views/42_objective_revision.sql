-- An edit of an objective with its reason, seen by who sees the objective.
create view objective_revision as
select r.*, o.visibility
from objective_revisions r
left join objectives o on o.org_id = r.org_id and o.id = r.objective_id;
