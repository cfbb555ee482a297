-- The organization with the place in its log at which it is read.
create view organization as
select o.*, r.position, r.recorded_at
from organizations o
join reading r on r.org_id = o.org_id;
