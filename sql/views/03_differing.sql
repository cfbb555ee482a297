-- The names of what was stated otherwise of a noun at two times, as the graph bears them.
create function differing(name text, before jsonb, after jsonb) returns text[]
language sql immutable
begin atomic
  select coalesce(array_agg(distinct camel_case(regexp_replace(a.key, '(_team|_person)?_id$', ''))), '{}')
  from jsonb_each(stated(differing.name, differing.after)) a
  join jsonb_each(stated(differing.name, differing.before)) b on b.key = a.key and b.value <> a.value;
end;
