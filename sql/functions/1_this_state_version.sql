-- The number of this version of the state, which its schema bears: 3 for state_3.
create function this_state_version() returns int
language sql stable as $$
  select substring(current_schema() from '\d+$')::int
$$;
