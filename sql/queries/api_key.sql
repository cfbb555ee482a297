-- $1: organization, $2: key. Whose key it is, what is kept of its secret, and when its last day ends where the
-- organization is; one row where there is such an organization.
select
  k.person_id,
  k.digest,
  extract(epoch from (k.expires_on + 1)::timestamp at time zone o.time_zone)::bigint as expires,
  h.state_version
from log.head h
join organizations o on o.org_id = h.org_id
left join api_keys k on k.org_id = h.org_id and k.id = $2
where h.org_id = $1;
