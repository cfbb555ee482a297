-- A contributor's part of a key result, as long as it is theirs, and how much of what is to change it is.
create view contribution as
select
  c.*,
  quotient(c.current, c.target) as progress,
  quotient(c.target, abs(k.target - k.baseline)) as share,
  c.from_position as caused_by,
  k.objective_id,
  k.visibility
from contributions c
left join key_result k on k.org_id = c.org_id and k.id = c.key_result_id
where not c.released;
