-- Help that was offered, seen by who sees what it is for, and the request that it answers to.
create view offer as
select f.*, shown_to(o.org_id, o.id, o.visibility, q.created_position) as visibility
from offers f
left join requests q on q.org_id = f.org_id and q.id = f.request_id
left join objectives o on o.org_id = f.org_id and o.id = f.objective_id;
