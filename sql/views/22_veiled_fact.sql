-- Which objectives and circles a fact is about, and how visible that makes it: private where one is or was when it was recorded.
create view veiled_fact as
select
  m.org_id,
  m.from_position as position,
  m.id as objective_id,
  case when m.visibility = 'ORGANIZATION' then coalesce(o.visibility, 'PRIVATE') else 'PRIVATE' end as visibility
from mentions m
left join objectives o on o.org_id = m.org_id and o.id = m.id
where m.visibility is not null;
