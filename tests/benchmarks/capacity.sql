-- How many facts there are, how much disk the log and the state take, and how much has been written ahead.
select
  (select sum(position) from log.head)::bigint as facts,
  sum(pg_total_relation_size(relid)) filter (where schemaname = 'log')::bigint as log,
  sum(pg_total_relation_size(relid)) filter (where schemaname <> 'log')::bigint as state,
  pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal
from pg_stat_user_tables;
