-- What is asked for, seen by who sees what it is about; of a proposal what it would change, and how it would be measured.
create view request as
select
  q.*, o.visibility,
  q.proposal || jsonb_build_object(
    'changes', (
      select coalesce(jsonb_agg(camel_case(name) order by camel_case(name) collate "C"), '[]')
      from jsonb_object_keys(q.proposal) name
      where name not in ('category', 'milestones')
    ),
    'metric', case when jsonb_typeof(q.proposal -> 'metric') = 'object' then
      q.proposal -> 'metric' || jsonb_build_object('milestones', (
        select coalesce(jsonb_agg(step || '{"done": false}'), '[]')
        from jsonb_array_elements(q.proposal -> 'milestones') step
      ))
    end
  ) as proposed
from requests q
left join objectives o on o.org_id = q.org_id and o.id = q.objective_id;
