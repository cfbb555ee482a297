-- The version of the state that was found good last, the digest of its text, and which release made it.
select version, digest, release from log.state_version
where adopted_at is not null
order by adopted_at desc, version desc
limit 1;
