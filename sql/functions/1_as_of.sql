-- The position at which the past is read in this transaction. As `(select as_of())` it is found once, and plans are the
-- same whatever it is.
create function as_of() returns bigint
language sql stable as $$
  select current_setting('okrlog.as_of')::bigint
$$;
