-- Progress under its caps: not further than the least of MINIMUM supporters, and 0 until all of ALL are complete.
create function capped(raw numeric, least_of numeric, complete boolean) returns numeric
language sql immutable as $$
  select case
    when not complete then 0
    when complete then coalesce(least(raw, least_of), 1)
    else least(raw, least_of)
  end
$$;
