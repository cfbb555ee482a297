-- $1: seconds, $2: facts. Organizations with new facts whose last checkpoint is that old or that many facts ago. That a
-- log was taken away waits for the next fact of another kind: a checkpoint asked for right after an export fits it.
select h.org_id
from log.head h
cross join lateral (
  select t.position from log.event t
  where t.org_id = h.org_id and t.type <> 'LogExported'
  order by t.position desc
  limit 1
) t
left join lateral (
  select c.position, c.issued_at from log.checkpoint c
  where c.org_id = h.org_id
  order by c.epoch desc, c.position desc
  limit 1
) c on true
where t.position > coalesce(c.position, 0)
  and (c.position is null or now() - c.issued_at >= make_interval(secs => $1) or t.position - c.position >= $2)
order by h.org_id;
