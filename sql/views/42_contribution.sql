-- A contributor's part of a key result, as long as it is theirs, and how much of what is to change it is.
create view contribution as
select
  c.*,
  quotient(c.current, c.target) as progress,
  quotient(c.target, abs(k.target - k.baseline)) as share,
  c.from_position as caused_by,
  k.objective_id,
  o.visibility
from contributions c
left join lateral key_results_by_id(c.org_id, c.key_result_id) k on true
left join lateral objectives_by_id(k.org_id, k.objective_id) o on true
where not c.released;
