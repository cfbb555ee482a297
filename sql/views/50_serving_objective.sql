-- The objectives that serve a mission, a vision or a theme.
create view serving_objective as
select o.*, l.to_aspiration_id
from links l
join objective o on o.org_id = l.org_id and o.id = l.objective_id
where l.kind = 'SERVES';
