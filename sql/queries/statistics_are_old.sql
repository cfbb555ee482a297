-- Whether something has grown to more than twice of what the planner knows of, as after an import or a restore.
select exists (
  select from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and (n.nspname = 'log' or n.nspname like 'state\_%')
    and pg_relation_size(c.oid) > (10 + 2 * c.relpages) * current_setting('block_size')::int
);
