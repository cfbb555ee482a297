-- Key results of objectives that test a hypothesis, seen by who sees the objective.
create view tested_key_result as
select k.*, l.to_hypothesis_id as tested_id
from key_result k
join links l on l.org_id = k.org_id and l.objective_id = k.objective_id and l.kind = 'TESTS'
where k.state <> 'WITHDRAWN';
