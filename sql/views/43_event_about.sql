-- The facts that are about a noun, in the order in which they were recorded. Each is looked up on its own: how many are
-- asked for is not known when it is planned how they are read, and of many all would be read.
create view event_about as
select
  m.org_id, m.id as noun_id, m.from_position as position,
  e.id, e.type, e.recorded_at, e.actor_id, e.revision_id, e.policy_id, e.chain, e.cursor, e.value
from mentions m
cross join lateral (
  select f.* from event f
  where f.org_id = m.org_id and f.position = m.from_position
  limit 1
) e;
