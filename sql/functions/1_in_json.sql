-- How a text under a key is written in JSON that the database keeps.
create function in_json(key text, value text) returns text
language sql immutable as $$
  select to_json(key)::text || ': ' || coalesce(to_json(value)::text, 'null')
$$;
