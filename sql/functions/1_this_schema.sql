-- The schema that holds this version of the state; every caller has it first in its search_path.
create function this_schema() returns name
language sql stable as $$
  select current_schema()
$$;
