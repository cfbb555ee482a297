-- $1: the version that new organizations get. The others that no organization uses and whose schemas are there.
select v.version from log.state_version v
where v.version <> $1
  and not exists (select from log.head h where h.state_version = v.version)
  and to_regnamespace('state_' || v.version) is not null;
