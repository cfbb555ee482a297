-- What something leads to directly, as far as somebody sees it: a supporter to what it supports, a key result to its
-- objective or to the one it is a part of, a contribution or a step to its key result, a person to their parts and to what they own. What was given up
-- leads nowhere.
create function ways_up(org_id uuid, viewer uuid, id uuid) returns table (
  node_id uuid, alignment_id uuid, roll_up text, since bigint
)
language sql stable
begin atomic
  select coalesce(a.to_objective_id, a.to_key_result_id), a.id, a.roll_up, a.created_position
  from alignment a
  join objectives o on o.org_id = a.org_id and o.id = a.objective_id and o.state <> 'WITHDRAWN'
  left join key_results k on k.org_id = a.org_id and k.id = a.to_key_result_id
  where a.org_id = ways_up.org_id and a.objective_id = ways_up.id
    and a.supported_state <> 'WITHDRAWN' and k.state is distinct from 'WITHDRAWN'
    and sees(a.org_id, ways_up.viewer, a.objective_id, a.visibility)
    and sees(a.org_id, ways_up.viewer, a.supported_objective_id, a.supported_visibility)
  union all
  select coalesce(k.part_of_id, k.objective_id), null, null, k.created_position
  from key_result k
  where k.org_id = ways_up.org_id and k.id = ways_up.id and k.state <> 'WITHDRAWN'
    and sees(k.org_id, ways_up.viewer, k.objective_id, k.visibility)
  union all
  select p.key_result_id, null, null, p.created_position
  from (
    select c.org_id, c.id, c.key_result_id, c.created_position, c.objective_id, c.visibility from contribution c
    union all
    select m.org_id, m.id, m.key_result_id, m.created_position, m.objective_id, m.visibility from milestone m
  ) p
  join key_results k on k.org_id = p.org_id and k.id = p.key_result_id and k.state <> 'WITHDRAWN'
  where p.org_id = ways_up.org_id and p.id = ways_up.id
    and sees(p.org_id, ways_up.viewer, p.objective_id, p.visibility)
  union all
  select c.id, null, null, c.created_position
  from contribution c
  where c.org_id = ways_up.org_id and c.person_id = ways_up.id
    and sees(c.org_id, ways_up.viewer, c.objective_id, c.visibility)
  union all
  select o.id, null, null, o.created_position
  from objectives o
  where o.org_id = ways_up.org_id and o.state <> 'WITHDRAWN'
    and ways_up.id in (o.owner_person_id, o.accountable_person_id)
    and sees(o.org_id, ways_up.viewer, o.id, o.visibility)
  union all
  select k.id, null, null, k.created_position
  from key_result k
  where k.org_id = ways_up.org_id and k.owner_person_id = ways_up.id and k.state <> 'WITHDRAWN'
    and sees(k.org_id, ways_up.viewer, k.objective_id, k.visibility);
end;
