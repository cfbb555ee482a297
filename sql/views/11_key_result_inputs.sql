-- What a key result's progress rests on: contributors' parts, milestones, and the objectives that support it.
create function key_result_inputs(org_id uuid, key_result_id uuid) returns setof input
language sql stable
begin atomic
  select c.id, 'PART', c.current, 1::numeric, c.current is not null, uncounted('PART', null, c.current, 1)
  from contributions c
  where c.org_id = key_result_inputs.org_id and c.key_result_id = key_result_inputs.key_result_id
  union all
  select m.id, 'MILESTONE', m.done::int::numeric, m.weight, m.weight > 0, uncounted('MILESTONE', null, 1, m.weight)
  from milestones m
  where m.org_id = key_result_inputs.org_id and m.key_result_id = key_result_inputs.key_result_id
  union all
  select
    o.id, a.roll_up, p.value, a.weight,
    uncounted(a.roll_up, o.state, p.value, a.weight) is null,
    uncounted(a.roll_up, o.state, p.value, a.weight)
  from alignments a
  join objectives o on o.org_id = a.org_id and o.id = a.objective_id
  left join progress p on p.org_id = o.org_id and p.id = o.id
  where a.org_id = key_result_inputs.org_id and a.to_key_result_id = key_result_inputs.key_result_id;
end;
