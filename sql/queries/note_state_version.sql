-- $1: digest of the state's text, $2: the release that it is of. Takes the next number for it.
insert into log.state_version (version, digest, release)
select coalesce(max(version), 0) + 1, $1, $2 from log.state_version
returning version;
