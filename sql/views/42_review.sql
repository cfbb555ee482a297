-- A review, seen by who sees the objective that it is about, if it is about one.
create view review as
select r.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from reviews r
left join objectives o on o.org_id = r.org_id and o.id = r.objective_id;
