-- Objectives that were begun, with the score that holds: the agreed one, else what was computed; and how many lessons
-- their reviews learned.
create view objective_scored as
select
  o.org_id, o.id, o.cycle_id, o.objective_type, o.created_position,
  coalesce(
    (
      select a.value from assessments a
      where a.org_id = o.org_id and a.noun_id = o.id and a.kind = 'AGREED'
    ),
    p.value
  ) as score,
  (
    select count(*)::int from answer a
    where a.org_id = o.org_id and a.objective_id = o.id and a.question = 'LEARNED'
  ) as learnings,
  (select count(*)::int from insight i where i.org_id = o.org_id and i.objective_id = o.id) as insights
from shown_objective o
left join progress p on p.org_id = o.org_id and p.id = o.id
where o.state in ('ACTIVE', 'CLOSED');
