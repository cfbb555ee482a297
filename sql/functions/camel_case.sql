-- The name of a field as the graph bears it: dueOn for due_on.
create function camel_case(name text) returns text
language sql immutable as $$
  select string_agg(case n when 1 then part else initcap(part) end, '' order by n)
  from regexp_split_to_table(name, '_') with ordinality p (part, n)
$$;
