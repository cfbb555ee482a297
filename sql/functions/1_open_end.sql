-- Where a row's time ends while it is current: the largest position there can be.
create function open_end() returns bigint
language sql immutable as $$
  select 9223372036854775807
$$;
