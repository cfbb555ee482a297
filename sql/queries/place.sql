-- $1: organization, $2: epoch, $3: position. What the log has at a place, where it ends, and where it left that epoch.
select
  h.position as head,
  e.epoch,
  left(encode(e.chain, 'hex'), 16) as chain,
  (
    select min(coalesce(n.shared_position, n.first_position - 1))
    from log.epoch n
    where n.org_id = h.org_id and n.epoch > $2
  ) as left_at
from log.head h
left join log.event e on e.org_id = h.org_id and e.position = $3
where h.org_id = $1;
