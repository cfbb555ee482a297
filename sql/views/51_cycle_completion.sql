-- How far a cycle came: the mean score of its objectives that are open to everybody, held against its cut-off. What was
-- to be found out, and who was to grow, is scored apart.
create view cycle_completion as
select
  c.org_id, c.id as noun_id,
  count(s.id)::int as objectives,
  count(s.score)::int as known,
  quotient(sum(s.score), count(s.score)) as realised,
  count(*) filter (where s.score >= p.completion_cut_off)::int as reached,
  coalesce(sum(s.learnings), 0)::int + (
    select count(*)::int from answer a
    where a.org_id = c.org_id and a.of_cycle_id = c.id and a.objective_id is null and a.question = 'LEARNED'
  ) as learnings
from cycles c
left join policy p on p.org_id = c.org_id and p.id = c.id
left join objective_scored s on s.org_id = c.org_id and s.cycle_id = c.id and s.objective_type = 'OUTCOME'
group by c.org_id, c.id;
