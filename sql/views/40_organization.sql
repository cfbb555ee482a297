-- The organization with the place in its log at which it is read.
create view organization as
select o.*, h.position, h.recorded_at
from organizations o
join log.head h on h.org_id = o.org_id;
