-- A case, seen by who sees the objective that it is about, if it is about one; a career by who is in on it. It crosses
-- teams where it waits for another one than that whose work it is about.
create view filed_case as
select
  c.org_id, c.id, c.from_position, c.to_position, c.created_position, c.kind, c.title, c.text, c.likelihood, c.impact, c.due_on,
  coalesce(c.objective_id, c.circle_id) as objective_id, c.key_result_id, c.team_id, c.cycle_id, c.of_cycle_id, c.of_team_id,
  c.mentorship_id, c.owner_person_id, c.state, c.outcome, c.author_id, c.recorded_at, c.version,
  case when c.circle_id is not null then 'PRIVATE' else coalesce(o.visibility, 'ORGANIZATION') end as visibility,
  c.of_team_id is not null and c.of_team_id is distinct from coalesce(c.team_id, o.owner_team_id) as cross_team
from cases c
left join objectives_by_id(c.org_id, c.objective_id) o on true;
