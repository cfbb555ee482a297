-- Objectives by the teams that share them with their owners.
create view shared_objective as
select o.*, t.team_id
from participants t
join objective o on o.org_id = t.org_id and o.id = t.objective_id
where t.role = 'SHARES';
