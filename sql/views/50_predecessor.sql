-- The objectives that another one follows directly.
create view predecessor as
select o.*, l.objective_id as of_id
from links l
join objective o on o.org_id = l.org_id and o.id = l.to_objective_id
where l.kind = 'FOLLOWS';
