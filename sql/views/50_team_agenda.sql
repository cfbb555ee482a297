-- What is in the way of a team now: open obstacles of the key results it works on.
create view team_agenda as
select b.*
from obstacle b
join key_results k on k.org_id = b.org_id and k.id = b.key_result_id and k.state <> 'WITHDRAWN'
join objectives o on o.org_id = b.org_id and o.id = b.objective_id and o.state = 'ACTIVE'
where b.open;
