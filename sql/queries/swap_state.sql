-- $1: organization, $2: the version of the state that it uses from here on. Where it left the one before is noted.
with before as (
  insert into log.state_left (org_id, state_version, position)
  select h.org_id, h.state_version, h.position from log.head h where h.org_id = $1
  on conflict (org_id, state_version) do update set position = excluded.position, left_at = excluded.left_at
)
update log.head set state_version = $2 where org_id = $1;
