-- The ids that a fact says, each under the name of its field. Where it holds no lists there is nothing further down; a path
-- that is not strict would look into each list for further ones and overlook it.
create function said_ids(said jsonb) returns table (name text, id uuid)
language plpgsql immutable as $$
begin
  if jsonb_path_exists(said, 'strict $.* ? (@.type() == "array" && @.size() > 0)') then
    return query
    select field.value ->> 'key', (named.id #>> '{}')::uuid
    from jsonb_path_query(
      said, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key like_regex "_ids?$")'
    ) field (value)
    cross join jsonb_path_query(field.value, '$.value[*] ? (@ != null)') named (id);
  else
    return query
    select e.key, e.value::uuid from jsonb_each_text(said) e where e.key like '%\_id' and e.value is not null;
  end if;
end $$;
