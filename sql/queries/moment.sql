-- $1: organization, $2: a position or null, $3: a moment or null. The position that is meant, and where the log ends.
select coalesce($2::bigint, position_at($1, $3::timestamptz), 0) as at, h.position as head
from log.head h
where h.org_id = $1;
