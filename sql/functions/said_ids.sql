-- The ids that a fact says at any depth, each under the name of its field.
create function said_ids(said jsonb) returns table (name text, id uuid)
language sql immutable as $$
  select field.value ->> 'key', (named.id #>> '{}')::uuid
  from jsonb_path_query(
    said_ids.said, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key like_regex "_ids?$")'
  ) field (value)
  cross join jsonb_path_query(field.value, '$.value[*] ? (@ != null)') named (id)
$$;
