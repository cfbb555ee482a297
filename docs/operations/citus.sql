-- Prints the commands that spread a migrated database over the nodes of Citus, in their order: see citus.md.
with spread as (
  select n.nspname as schema, c.relname as name
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where c.relkind = 'r' and (n.nspname = 'log' or n.nspname ~ '^state_[0-9]+$')
)
select command
from (
  select 1 as step, schema, null as name, format('select log.wall(%L, true)', schema) as command
  from spread
  group by schema
  union all
  select 2, 'log', null, $$select create_reference_table('log.state_version')$$
  union all
  select 3, 'log', null, $$select create_distributed_table('log.head', 'org_id', colocate_with => 'none')$$
  union all
  select 4, schema, name,
    format('select create_distributed_table(%L, ''org_id'', colocate_with => ''log.head'')', format('%I.%I', schema, name))
  from spread
  where (schema, name) <> ('log', 'head')
) commands
order by step, schema, name;
