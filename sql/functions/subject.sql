-- What something is about, with the objective and the cycle that this belongs to; null where it has none.
create function subject(
  org_id uuid, said jsonb, out objective_id uuid, out key_result_id uuid, out of_cycle_id uuid
)
language sql stable as $$
  select o.id, k.id, coalesce(o.cycle_id, (said ->> 'cycle_id')::uuid)
  from (values (subject.org_id)) v (org_id)
  left join obstacles b
    on b.org_id = v.org_id and b.id = (said ->> 'obstacle_id')::uuid and b.to_position = 9223372036854775807
  left join key_results k
    on k.org_id = v.org_id and k.id = coalesce((said ->> 'key_result_id')::uuid, b.key_result_id)
    and k.to_position = 9223372036854775807
  left join objectives o
    on o.org_id = v.org_id and o.id = coalesce(
      (said ->> 'objective_id')::uuid, k.objective_id, (said ->> 'of_objective_id')::uuid
    )
    and o.to_position = 9223372036854775807
$$;
