-- $1: organization, $2: now, $3: the last that was had, or null, $4: the day of the week, from 1 for Monday. $5: where they
-- are posted to, as deliveries name it. If it is that day there, the next hundred people, teams and cycles that are not
-- closed, with the digest of the week until today that has not arrived: of a person as they see it, of others as everybody
-- does.
select
  u.kind, u.id, u.name, u.email, d.since, d."on", d.due, d.overdue, d.requests, d.reports, d.revisions, d.obstacles, d.moved
from (
  select n.*, t.day
  from (
    select 'Person' as kind, p.id, p.name, p.email, p.id as viewer
    from people p
    where p.org_id = $1 and p.active and not p.is_program
    union all
    select 'Team', t.id, t.name, null, null from teams t where t.org_id = $1
    union all
    select 'Cycle', c.id, c.name, null, null from cycles c where c.org_id = $1 and c.state <> 'CLOSED'
  ) n
  join organizations z on z.org_id = $1
  cross join lateral (select ($2::timestamptz at time zone z.time_zone)::date as day) t
  where extract(isodow from t.day) = $4::int and ($3::uuid is null or n.id > $3)
    and not exists (
      select from log.delivery g
      where g.org_id = $1 and g.arrived and g.key = $1::text || '/' || n.id || '/' || t.day || ' ' || $5::text
    )
  order by n.id
  limit 100
) u
cross join lateral digest($1, u.viewer, array[u.id], null, u.day) d
order by u.id;
