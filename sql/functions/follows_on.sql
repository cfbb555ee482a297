-- Whether what is measured on a day says where a key result stands: a day of its cycle, and of its window if it has one.
create function follows_on(key_result key_results, day date) returns boolean
language sql stable as $$
  select key_result.state = 'ACTIVE'
    and key_result.kind in ('INCREASE', 'DECREASE', 'AT_LEAST', 'AT_MOST', 'WITHIN')
    and (key_result.opens_with is null or key_result.opens_on is not null)
    and day between coalesce(key_result.opens_on, '-infinity') and coalesce(key_result.closes_on, 'infinity')
    and exists (
      select from objectives o
      join cycles c on c.org_id = o.org_id and c.id = o.cycle_id and c.to_position = 9223372036854775807
      where o.org_id = key_result.org_id and o.id = key_result.objective_id and o.to_position = 9223372036854775807
        and day between c.starts_on and c.ends_on
    )
$$;
