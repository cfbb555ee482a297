-- Inputs of a number with the values that things stand at elsewhere; `role` names those that pass on what is their own.
create function standing_inputs(org_id uuid, inputs input[], stands jsonb, role text) returns input[]
language sql stable
begin atomic
  select coalesce(array_agg(row(i.node_id, i.role, v.value, i.weight, u.because is null, u.because)::input), '{}')
  from unnest(standing_inputs.inputs) i
  left join key_results k on k.org_id = standing_inputs.org_id and k.id = i.node_id
  left join objectives o on o.org_id = standing_inputs.org_id and o.id = i.node_id
  cross join lateral (
    select (
      standing_inputs.stands -> i.node_id::text ->> case i.role when standing_inputs.role then 'own' else 'value' end
    )::numeric
  ) v (value)
  cross join lateral uncounted(i.role, coalesce(k.state, o.state), v.value, i.weight) u (because)
  where i.role not in ('PART', 'MILESTONE');
end;
