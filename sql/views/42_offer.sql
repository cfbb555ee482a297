-- Help that was offered, seen by who sees what it is for.
create view offer as
select f.*, o.visibility
from offers f
left join objectives o on o.org_id = f.org_id and o.id = f.objective_id;
