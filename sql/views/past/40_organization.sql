-- The organization with the place in its log at which it is read; before its first fact it is there and holds nothing.
create view organization as
select o.*, r.position, r.recorded_at
from (
  select * from organizations
  union all
  select p.* from present_organization p
  where not exists (select from organizations o where o.org_id = p.org_id)
) o
join reading r on r.org_id = o.org_id;
