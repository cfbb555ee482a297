-- A tie between objectives, seen by who sees both of its ends.
create view link as
select l.*, f.visibility, t.visibility as to_visibility
from links l
join objectives f on f.org_id = l.org_id and f.id = l.objective_id
join objectives t on t.org_id = l.org_id and t.id = l.to_objective_id;
