-- Lets the next migration or rebuild begin.
select pg_advisory_unlock(7311990452);
