-- The objectives that were made known: those that have begun in the cycle, of the team if it was one; or the one.
create view announced_objective as
select o.*, a.id as announcement_id
from announcements a
join objective o on o.org_id = a.org_id and o.cycle_id = a.cycle_id
  and o.id = coalesce(a.objective_id, o.id) and o.state in ('ACTIVE', 'CLOSED')
  and (a.team_id is null or o.owner_team_id = a.team_id);
