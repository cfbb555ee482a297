-- How far those who set objectives for a cycle are: every team until the cycle is closed, and whoever has any.
-- Only what everybody sees is counted, so that the numbers tell nobody of private objectives.
create view unit_setting as
with units as (
  select t.org_id, t.id, t.kind as level, t.created_position, t.id as owner_team_id, null::uuid as owner_person_id
  from teams t
  union all
  select p.org_id, p.id, 'INDIVIDUAL', p.created_position, null, p.id
  from people p
)
select u.*, c.id as cycle_id, set.drafts, set.active, set.active > 0 and set.drafts = 0 as complete
from units u
join cycles c on c.org_id = u.org_id
cross join lateral (
  select
    count(*) filter (where o.state = 'DRAFT')::int as drafts,
    count(*) filter (where o.state in ('ACTIVE', 'CLOSED'))::int as active
  from objectives o
  join open_objective seen on seen.org_id = o.org_id and seen.id = o.id
  where o.org_id = u.org_id and o.cycle_id = c.id and coalesce(o.owner_team_id, o.owner_person_id) = u.id
    and o.visibility = 'ORGANIZATION'
) set
where set.drafts + set.active > 0 or (u.owner_team_id is not null and c.state <> 'CLOSED');
