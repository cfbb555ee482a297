-- An entry with whose circle it is; nobody's where everybody may see it who sees what it is about. A story is everybody's
-- as long as both of the two agree, and what they agree to is that it is told also of what is private.
create view mentoring_entry as
select
  e.*,
  case when not v.open then e.id end as circle_id,
  case when v.open then 'ORGANIZATION' else 'PRIVATE' end as visibility,
  case when e.kind <> 'STORY' then k.objective_id end as objective_id,
  case when e.kind <> 'STORY' then coalesce(o.visibility, 'ORGANIZATION') else 'ORGANIZATION' end as objective_visibility,
  k.title as shows_title,
  p.value as shows_progress
from mentoring_entries e
left join lateral key_results_by_id(e.org_id, e.key_result_id) k on true
left join lateral objectives_by_id(e.org_id, k.objective_id) o on true
left join lateral progress_by_id(e.org_id, e.key_result_id) p on true
cross join lateral (
  select e.shown_to = 'ORGANIZATION' or e.kind = 'STORY' and cardinality(e.consents) = 2 and exists (
    select from open_story s where s.org_id = e.org_id and s.id = e.id
  )
) v (open);
