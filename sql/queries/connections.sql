-- How many connections there are, and may be.
select count(*) as used, current_setting('max_connections')::int as most from pg_stat_activity where backend_type = 'client backend';
