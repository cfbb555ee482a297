-- How far the objectives of a cycle came that are about the same: outcomes, learning, mentorship.
create view type_completion as
select
  s.org_id, s.cycle_id, s.objective_type,
  count(*)::int as objectives,
  count(s.score)::int as known,
  quotient(sum(s.score), count(s.score)) as realised,
  sum(s.insights)::int as insights,
  min(s.created_position) as place
from objective_scored s
group by s.org_id, s.cycle_id, s.objective_type;
