-- Empties the tables of this state of an organization, or those of all other versions of it: whoever goes back to one of
-- these begins at the beginning.
create function clear(org_id uuid, elsewhere boolean) returns void
language plpgsql as $$
declare
  name text;
begin
  for name in
    select format('%I.%I', n.nspname, c.relname)
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname ~ '^state_\d+$' and (n.nspname <> this_schema()) = elsewhere
      and c.relkind = 'r' and c.relname <> 'versioned'
  loop
    execute format('delete from %s t where t.org_id = $1', name) using org_id;
  end loop;
  if elsewhere then
    delete from log.state_left l where l.org_id = clear.org_id;
  end if;
end $$;
