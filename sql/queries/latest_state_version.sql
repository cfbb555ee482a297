-- The newest version of the state, and the digest of its text.
select version, digest from log.state_version order by version desc limit 1;
