-- The scores that an export gives: of the objectives that the person owns and that were begun in its cycle; none for
-- appraisal. Seen by who sees the objective.
create view exported_score as
select
  x.org_id, x.id as score_export_id, o.id as objective_id, o.visibility, o.created_position,
  coalesce(s.value, p.value) as score
from score_exports x
join objectives o on o.org_id = x.org_id and o.cycle_id = x.cycle_id and o.owner_person_id = x.person_id
  and o.state in ('ACTIVE', 'CLOSED')
left join assessments s on s.org_id = o.org_id and s.noun_id = o.id and s.kind = 'AGREED'
left join progress p on p.org_id = o.org_id and p.id = o.id
where x.given;
