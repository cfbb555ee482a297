-- $1: organization, $2: person, $3: token. What the person may do and how far the log is; nothing where they left or
-- the token was revoked.
select p.permissions, h.state_version, h.epoch, h.position, o.time_zone
from log.head h
join organizations o on o.org_id = h.org_id
join people p on p.org_id = h.org_id and p.id = $2 and p.active
where h.org_id = $1
  and not exists (select from revoked_tokens t where t.org_id = $1 and t.id = revocation($2, $3));
