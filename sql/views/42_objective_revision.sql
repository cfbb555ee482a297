-- An edit of an objective with its reason, seen by who sees the objective; that which opened it tells what was private.
create view objective_revision as
select r.*, shown_to(o.org_id, o.id, o.visibility, r.created_position - 1) as visibility
from objective_revisions r
left join objectives o on o.org_id = r.org_id and o.id = r.objective_id;
