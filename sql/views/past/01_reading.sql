-- The position at which the past is read, and when its fact was recorded; nothing was before the first one.
create view reading as
select h.org_id, (select as_of()) as position, e.recorded_at
from log.head h
left join log.event e on e.org_id = h.org_id and e.position = (select as_of());
