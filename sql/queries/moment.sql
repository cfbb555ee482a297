-- $1: organization, $2: a position or null, $3: a moment or null. The position that is meant, when its fact was
-- recorded, and where the log ends.
select m.at, h.position as head, e.recorded_at
from log.head h
cross join lateral (select coalesce($2::bigint, position_at($1, $3::timestamptz), 0)) m (at)
left join log.event e on e.org_id = h.org_id and e.position = m.at
where h.org_id = $1;
