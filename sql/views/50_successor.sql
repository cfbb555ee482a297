-- The objectives that follow another one directly.
create view successor as
select o.*, l.to_objective_id as of_id
from links l
join objective o on o.org_id = l.org_id and o.id = l.objective_id
where l.kind = 'FOLLOWS';
