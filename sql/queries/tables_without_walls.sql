-- $1: the role of requests. Tables with rows of organizations that it sees all of, and whatever it may write to.
select format('%s.%s', n.nspname, c.relname) as name
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_roles r on r.rolname = $1
where c.relkind in ('r', 'p')
  and n.nspname ~ '^(log|state_[0-9]+(_now|_past)?)$'
  and (
    has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate')
    or has_table_privilege(r.oid, c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
  )
order by name;
