-- Takes words away as a fact says, from the log and from every state that shows them, in the past too: the organization
-- is folded anew without them. What an earlier version of the state still holds of it is used no more.
create function erase(redaction log.event) returns void
language plpgsql as $$
declare
  name text;
begin
  perform log.redact(redaction);
  for name in
    select format('%I.%I', n.nspname, c.relname)
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname ~ '^state_\d+$' and c.relkind = 'r' and c.relname <> 'versioned'
  loop
    execute format('delete from %s t where t.org_id = $1', name) using redaction.org_id;
  end loop;
  perform replay(redaction.org_id, 0, redaction.position);
end $$;
