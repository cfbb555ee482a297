-- What somebody said holds of something, seen by who sees that, and whether it was changed since. What is necessary
-- depends on the other key results too.
create view attestation as
select
  a.*, coalesce(o.visibility, 'ORGANIZATION') as visibility,
  coalesce(a.announcement_id, a.request_id) is null and changed_since(
    a.org_id, a.objective_id, a.key_result_id, a.key_result_id is null or a.kind = 'NECESSARY', a.created_position
  ) as stale
from attestations a
left join objectives o on o.org_id = a.org_id and o.id = a.objective_id;
