-- Brings up to date what an alignment, also one just ended, leads to.
create function roll_up_supported(fact fact, alignment uuid) returns void
language sql as $$
  select roll_up(
    fact,
    case when a.to_key_result_id is null then '{}' else array[a.to_key_result_id] end,
    case when a.to_objective_id is null then '{}' else array[a.to_objective_id] end
  )
  from alignments a
  where a.org_id = fact.org_id and a.id = alignment
  order by a.from_position desc
  limit 1
$$;
