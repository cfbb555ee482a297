-- The last word on each thing as it stands. What was said while it was private is asked again once it is opened.
create view standing_attestation as
select distinct on (a.org_id, a.objective_id, a.key_result_id, a.kind)
  a.org_id, a.objective_id, a.key_result_id, a.kind, a.holds, a.person_id
from attestation a
where a.stands and not a.stale and coalesce(a.announcement_id, a.request_id) is null
  and shown_to(a.org_id, a.objective_id, a.visibility, a.created_position) = a.visibility
order by a.org_id, a.objective_id, a.key_result_id, a.kind, a.created_position desc;
