-- How many facts there are, how many of a hundred rows are dead, and how much disk log and state take.
select
  (select sum(position) from log.head)::bigint as facts,
  (100.0 * sum(n_dead_tup) / greatest(1, sum(n_live_tup + n_dead_tup)))::float8 as dead,
  sum(pg_total_relation_size(relid))::bigint as bytes
from pg_stat_user_tables;
