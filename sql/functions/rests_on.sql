-- What takes a key result or an objective into account directly.
create function rests_on(org_id uuid, node_kind text, node_id uuid) returns table (kind text, id uuid)
language sql stable as $$
  select case when k.part_of_id is null then 'OBJECTIVE' else 'KEY_RESULT' end, coalesce(k.part_of_id, k.objective_id)
  from key_results k
  where node_kind = 'KEY_RESULT' and k.org_id = rests_on.org_id and k.id = node_id
    and k.to_position = 9223372036854775807
  union
  select
    case when a.to_objective_id is null then 'KEY_RESULT' else 'OBJECTIVE' end,
    coalesce(a.to_objective_id, a.to_key_result_id)
  from alignments a
  where node_kind = 'OBJECTIVE' and a.org_id = rests_on.org_id and a.objective_id = node_id
    and a.roll_up <> 'NONE' and a.to_position = 9223372036854775807
$$;
