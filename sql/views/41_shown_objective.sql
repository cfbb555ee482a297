-- Objectives that are open to the whole organization, then and today: what figures of a whole cycle rest on.
create view shown_objective as
select o.*
from objectives o
where o.visibility = 'ORGANIZATION'
  and exists (select from open_objective p where p.org_id = o.org_id and p.id = o.id);
