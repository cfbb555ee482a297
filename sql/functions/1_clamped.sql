-- Progress as it is shown and counted: from 0 to 1.
create function clamped(raw numeric) returns numeric
language sql immutable as $$
  select case when raw is not null then least(greatest(raw, 0), 1) end
$$;
