-- How far a compound key result is by its components.
create function compounded(combine text, components input[]) returns numeric
language sql immutable as $$
  select case
    when combine = 'ALL' and count(c.value) > 0
      then quotient(count(*) filter (where c.value >= 1), count(*))
    when combine = 'MINIMUM' and count(c.value) = count(*) then min(c.value)
    when combine = 'WEIGHTED' then quotient(sum(c.value * c.weight), sum(c.weight) filter (where c.value is not null))
    when combine = 'SUM' then quotient(sum(c.value), sum(c.weight))
  end
  from unnest(components) c
  where c.counted
$$;
