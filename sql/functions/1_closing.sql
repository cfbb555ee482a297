-- The last day of a window that stays open so many days after the first.
create function closing(opens_on date, open_for_days int) returns date
language sql immutable as $$
  select opens_on + open_for_days
$$;
