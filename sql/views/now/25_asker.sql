-- Who asks, as the log knows them now, and how far the log is; nothing where they left or the token was revoked.
create function asker(org_id uuid, person_id uuid, token_id uuid)
returns table (
  permissions text[], state_version int, epoch int, "position" bigint, chain bytea, time_zone text
)
language sql stable
begin atomic
  select p.permissions, h.state_version, h.epoch, h.position, h.chain, o.time_zone
  from log.head h
  join organizations o on o.org_id = h.org_id
  join people p on p.org_id = h.org_id and p.id = asker.person_id and p.active
  where h.org_id = asker.org_id
    and not exists (
      select from revoked_tokens t
      where t.org_id = asker.org_id and t.id = revocation(asker.person_id, asker.token_id)
    );
end;
