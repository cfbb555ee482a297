-- Whether parts, supporters and a rest are added up to where a key result stands.
create function adds_up(key_result key_results) returns boolean
language sql immutable as $$
  select direction(key_result.kind) is not null and key_result.reading in ('LATEST', 'SUM')
    and key_result.per_person is null
$$;
