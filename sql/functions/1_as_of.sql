-- The position at which the past is read in this transaction.
create function as_of() returns bigint
language sql stable as $$
  select current_setting('okrlog.as_of')::bigint
$$;
