-- Where a key result stands by what was added to where it began: what contributors and supporters have, and the rest that
-- was said of the whole; null where nobody spoke, or where nothing can be said without knowing where it began.
create function added_up(
  kind text, reading text, baseline numeric, shift numeric, assigned numeric, said numeric, rest numeric
) returns numeric
language sql immutable as $$
  select case
    when baseline is null and reading = 'SUM' and shift is null then null
    when (assigned is null or baseline is null) and (said is null or rest is null) then null
    else round(coalesce(baseline, 0) + direction(kind) * (coalesce(assigned, 0) + coalesce(rest, 0)), 12)
  end
$$;
