-- The waves in which teams begin to work with objectives, as they were planned: which teams, from which day on.
create view rollout_wave as
select
  t.org_id, t.wave,
  min(t.participates_from) as starts_on,
  array_agg(t.id order by t.created_position) as team_ids
from teams t
where t.wave is not null
group by t.org_id, t.wave;
