-- What an objective's progress rests on, and what stands beside it without being counted.
create function objective_inputs(org_id uuid, objective_id uuid) returns setof input
language sql stable
begin atomic
  with supporting (id, role, weight) as (
    select a.objective_id, a.roll_up, a.weight
    from alignments a
    where a.org_id = objective_inputs.org_id and a.to_objective_id = objective_inputs.objective_id
      and a.roll_up <> 'SUM'
    union all
    select s.id, 'SUM', s.share from sum_shares(objective_inputs.org_id, objective_inputs.objective_id) s
  ),
  known (id, role, state, value, weight) as (
    select k.id, 'MEAN', k.state, p.value, k.weight
    from key_results k
    left join progress p on p.org_id = k.org_id and p.id = k.id
    where k.org_id = objective_inputs.org_id and k.objective_id = objective_inputs.objective_id
      and k.part_of_id is null
    union all
    select s.id, s.role, o.state, case s.role when 'SUM' then p.own else p.value end, s.weight
    from supporting s
    join objectives o on o.org_id = objective_inputs.org_id and o.id = s.id
    left join progress p on p.org_id = o.org_id and p.id = o.id
  )
  select
    k.id, k.role, k.value, k.weight,
    uncounted(k.role, k.state, k.value, k.weight) is null,
    uncounted(k.role, k.state, k.value, k.weight)
  from known k;
end;
