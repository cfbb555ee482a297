-- What something leads to directly, as far as somebody sees it: a supporter to what it supports, a key result to its
-- objective or to the one it is a part of, a contribution or a step to its key result, a person to their parts and to
-- what they own, a piece of work to what it is for, a part of, delivered in and ties it to. What was given up leads
-- nowhere.
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
    and sees(k.org_id, ways_up.viewer, k.objective_id, k.visibility)
  union all
  select n.to_id, null, null, n.created_position
  from (
    select w.org_id, coalesce(w.within_id, w.key_result_id, w.objective_id) as to_id, w.key_result_id, w.objective_id,
      w.created_position
    from work_item w
    where w.org_id = ways_up.org_id and w.id = ways_up.id and w.state <> 'DROPPED'
      and sees(w.org_id, ways_up.viewer, w.objective_id, w.visibility)
    union all
    select
      l.org_id, coalesce(l.to_work_item_id, l.to_key_result_id, l.to_objective_id), l.to_key_result_id,
      l.to_objective_id, l.created_position
    from work_link l
    join work_items w on w.org_id = l.org_id and w.id = l.work_item_id and w.state <> 'DROPPED'
    left join work_items t on t.org_id = l.org_id and t.id = l.to_work_item_id
    where l.org_id = ways_up.org_id and l.work_item_id = ways_up.id and l.kind <> 'WAITS_FOR'
      and t.state is distinct from 'DROPPED'
      and sees(l.org_id, ways_up.viewer, l.objective_id, l.visibility)
      and sees(l.org_id, ways_up.viewer, l.of_objective_id, l.other_visibility)
  ) n
  left join key_results k on k.org_id = n.org_id and k.id = n.key_result_id
  left join objectives o on o.org_id = n.org_id and o.id = n.objective_id
  where n.to_id is not null and k.state is distinct from 'WITHDRAWN' and o.state is distinct from 'WITHDRAWN';
end;
