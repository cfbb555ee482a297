-- What names the report that a fact about a KPI makes of a key result.
create function followed_id(fact fact, key_result_id uuid) returns uuid
language sql immutable as $$
  select md5('followed ' || fact.event_id || key_result_id)::uuid
$$;
