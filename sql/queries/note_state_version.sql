-- $1: digest of the state's text. Takes the next number for it.
insert into log.state_version (version, digest)
select coalesce(max(version), 0) + 1, $1 from log.state_version
returning version;
