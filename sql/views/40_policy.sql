-- The policy that holds for the organization, and for each cycle: its own where it has agreed on something else.
create view policy as
select p.* from policies p where p.id = p.org_id
union all
select agreed.*
from cycles c
join policies p on p.org_id = c.org_id and p.id = c.org_id
left join policies own on own.org_id = c.org_id and own.id = c.id
cross join lateral jsonb_populate_record(
  p, coalesce(jsonb_strip_nulls(to_jsonb(own)), jsonb_build_object('id', c.id))
) agreed;
