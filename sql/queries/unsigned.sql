-- $1: seconds, $2: facts. Organizations with new facts whose last checkpoint is that old or that many facts ago.
select h.org_id
from log.head h
left join lateral (
  select c.position, c.issued_at from log.checkpoint c
  where c.org_id = h.org_id
  order by c.epoch desc, c.position desc
  limit 1
) c on true
where h.position > coalesce(c.position, 0)
  and (c.position is null or now() - c.issued_at >= make_interval(secs => $1) or h.position - c.position >= $2)
order by h.org_id;
