-- The exact quotient, rounded half away from zero to 12 places; null where nothing can be divided by.
-- Integer division of scaled numbers, because numeric division would round once before we do.
create function quotient(dividend numeric, divisor numeric) returns numeric
language sql immutable as $$
  select case when divisor <> 0 then trim_scale(
    sign(dividend) * sign(divisor)
    * div(2000000000000 * abs(dividend) + abs(divisor), 2 * abs(divisor))
    * 0.000000000001
  ) end
$$;
