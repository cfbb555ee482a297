-- $1: organization, $2: after this position, $3: at most so many. The log with everything that its chain depends on.
select
  e.*,
  coalesce(
    lag(e.chain) over (order by e.position),
    (select p.chain from log.event p where p.org_id = e.org_id and p.position = e.position - 1),
    decode(repeat('00', 32), 'hex')
  ) as previous_chain,
  (
    select jsonb_object_agg(p.field, jsonb_build_object('salt', encode(p.salt, 'hex'), 'value', p.value))::text
    from log.private p
    where p.org_id = e.org_id and p.position = e.position and p.salt is not null
  ) as private,
  about_private(e.org_id, e.body::jsonb, e.position) as withheld
from log.event e
where e.org_id = $1 and e.position > $2
order by e.position
limit $3;
