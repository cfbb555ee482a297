-- $1: organization, $2: actor, $3: what was said, a JSON array with an object per item.
-- How everything named in each of them stands, read together at one position, and the version of the state in
-- which the organization is to be read.
select jsonb_build_object(
  'position', h.position,
  'time_zone', o.time_zone,
  'actor', actor_now($1, $2),
  'administrators', array(
    select p.id from people p where p.org_id = $1 and p.active and 'ADMINISTER' = any (p.permissions)
  ),
  'organization', to_jsonb(o) || jsonb_build_object('policy', policy_now($1, $1)),
  'standings', array(
    select standing($1, $2, said.value) from jsonb_array_elements($3::jsonb) with ordinality said order by ordinality
  )
)::text as standings,
h.state_version
from log.head h
join organizations o on o.org_id = h.org_id
where h.org_id = $1;
