-- The name of a fact as files and functions bear it: check_in_recorded for CheckInRecorded.
create function snake_case(name text) returns text
language sql immutable as $$
  select lower(regexp_replace(name, '(?<!^)([A-Z])', '_\1', 'g'))
$$;
