-- A case, seen by who sees the objective that it is about, if it is about one. It crosses teams where it waits for
-- another one than that whose work it is about.
create view filed_case as
select
  c.*,
  coalesce(o.visibility, 'ORGANIZATION') as visibility,
  c.of_team_id is not null and c.of_team_id is distinct from coalesce(c.team_id, o.owner_team_id) as cross_team
from cases c
left join objectives_by_id(c.org_id, c.objective_id) o on true;
