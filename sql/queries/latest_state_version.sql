-- The newest version of the state that was found good, and the digest of its text.
select version, digest from log.state_version where adopted_at is not null order by version desc limit 1;
