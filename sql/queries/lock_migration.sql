-- One migration or rebuild at a time; released with the connection at the latest.
select pg_advisory_lock(7311990452);
