-- $1: organization, $2: after this position, $3: up to this one, $4: the chain before. The first position whose chain does
-- not follow from what stands there; null where all of them do.
select min(e.position)
from (
  select e.position, e.chain, e.body_digest, e.body,
    chained(coalesce(lag(e.chain) over (order by e.position), $4), e::log.event) as follows
  from log.event e
  where e.org_id = $1 and e.position > $2 and e.position <= $3
) e
where e.chain <> e.follows or e.body_digest <> sha256(convert_to(e.body, 'UTF8'));
