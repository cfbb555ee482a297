-- The policy that holds for the organization, and for each cycle: its own where it has agreed on something else. An
-- organization that has not begun has agreed on nothing.
create view policy as
select p.* from policies p where p.id = p.org_id
union all
select agreed.*
from cycles c
join policies p on p.org_id = c.org_id and p.id = c.org_id
left join policies own on own.org_id = c.org_id and own.id = c.id
cross join lateral jsonb_populate_record(
  p, coalesce(jsonb_strip_nulls(to_jsonb(own)), jsonb_build_object('id', c.id))
) agreed
union all
select nothing.*
from organization o
cross join lateral jsonb_populate_record(
  null::policies, jsonb_build_object('org_id', o.org_id, 'id', o.org_id)
) nothing
where o.position = 0;
