-- Inputs added up by role: the mean, the sum, the least, and whether all that must be complete are.
-- `measured` joins the mean with weight 1 where something else is in it.
create function weighed(
  inputs input[], measured numeric,
  out own numeric, out weight numeric, out summed numeric, out least_of numeric, out complete boolean
)
language sql immutable as $$
  select
    quotient(
      sum(i.value * i.weight) filter (where i.role = 'MEAN') + coalesce(measured, 0),
      sum(i.weight) filter (where i.role = 'MEAN') + (measured is not null)::int
    ),
    sum(i.weight) filter (where i.role = 'MEAN'),
    round(sum(i.value * i.weight) filter (where i.role = 'SUM'), 12),
    min(i.value) filter (where i.role = 'MINIMUM'),
    bool_and(coalesce(i.value, 0) >= 1) filter (where i.role = 'ALL')
  from unnest(inputs) i
  where i.counted
$$;
