-- What somebody said about an objective, seen by who sees it.
create view sign_off as
select s.*, o.visibility
from sign_offs s
left join objectives o on o.org_id = s.org_id and o.id = s.objective_id;
