-- 1 where a key result was done on its day or before it, else 0.
create function in_time(key_result key_results) returns numeric
language sql stable as $$
  select coalesce((done_on(key_result.org_id, key_result.id) <= key_result.by)::int, 0)::numeric
$$;
