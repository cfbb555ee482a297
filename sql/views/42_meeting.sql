-- A meeting, seen by who sees the objective that it is about, if it is about one; one for a mentorship by its two people.
-- With an hour and a time zone it begins at one moment everywhere.
create view meeting as
select
  m.org_id, m.id, m.from_position, m.to_position, m.created_position, m.kind, m.title, m.topics, m.planned_on, m.starts_at,
  m.time_zone, m.join_at, coalesce(m.objective_id, m.mentorship_id) as objective_id, m.key_result_id, m.team_id, m.cycle_id,
  m.of_cycle_id, m.mentorship_id, m.participant_ids, m.state, m.held_on, m.note, m.skipped_because, m.author_id,
  m.recorded_at, m.version,
  case when m.mentorship_id is not null then 'PRIVATE' else coalesce(o.visibility, 'ORGANIZATION') end as visibility,
  (m.planned_on + m.starts_at::time) at time zone m.time_zone as begins_at
from meetings m
left join objectives_by_id(m.org_id, m.objective_id) o on true;
