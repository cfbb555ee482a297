-- The facts that are about a noun, in the order in which they were recorded.
create view event_about as
select
  m.id as noun_id, m.from_position as position,
  e.org_id, e.id, e.type, e.recorded_at, e.actor_id, e.revision_id, e.chain, e.cursor, e.value
from mentions m
join event e on e.org_id = m.org_id and e.position = m.from_position;
