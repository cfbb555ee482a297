-- 1 where a key result grows towards its target, -1 where it shrinks, null where nothing is added up.
create function direction(kind text) returns int
language sql immutable as $$
  select case kind when 'INCREASE' then 1 when 'DECREASE' then -1 end
$$;
