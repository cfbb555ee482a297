-- Name and version of the rule by which a key result's progress is computed.
create function formula_of(key_result key_results) returns text
language sql immutable as $$
  select case
    when key_result.kind = 'COMPOUND' then 'compound/1'
    when key_result.per_person is not null then 'per_person/1'
    when key_result.per is not null then 'periods/1'
    when key_result.reading = 'TIME_IN_BOUNDS' then 'time_in_bounds/1'
    else formula(key_result.kind)
  end
$$;
