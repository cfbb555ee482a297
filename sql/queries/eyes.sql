-- $1: organization, $2: people, $3: a token of each. What each may do and which objectives and circles they see that are or
-- ever were private, in the same order; no permissions at all where they left or the token was revoked.
select
  case when t.id is null then p.permissions end as permissions,
  (
    select string_agg(o.id::text, ' ' order by o.id)
    from (
      select v.org_id, v.id from objectives_versions v where v.org_id = $1 and v.visibility = 'PRIVATE'
      union
      select c.org_id, c.id from circles c where c.org_id = $1
    ) o
    where participates(o.org_id, o.id, f.person_id)
  ) as private_objectives
from unnest($2::uuid[], $3::uuid[]) with ordinality f (person_id, token_id, place)
left join people p on p.org_id = $1 and p.id = f.person_id and p.active
left join revoked_tokens t on t.org_id = $1 and t.id = revocation(f.person_id, f.token_id)
order by f.place;
