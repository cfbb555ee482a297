-- A metric for what is reached bit by bit: a least amount from nothing upwards, unless a baseline says where the way
-- begins.
create function from_nothing(stated jsonb) returns metric
language sql immutable as $$
  select m
  from jsonb_populate_record(null::metric, stated || case
    when stated ->> 'kind' = 'AT_LEAST' and stated ->> 'baseline' is null and (stated ->> 'target')::numeric > 0
      then '{"baseline": 0}'::jsonb
    else '{}'
  end) m
$$;
