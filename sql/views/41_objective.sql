-- An objective with its level, where it stands, and how sure people are of its key results.
create view objective as
select
  o.*,
  o.id as objective_id,
  coalesce(t.kind, 'INDIVIDUAL') as level,
  p.raw,
  p.value,
  p.formula,
  p.caused_by,
  (
    select quotient(sum(k.confidence * k.weight), sum(k.weight))
    from key_result k
    where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.confidence is not null
  ) as confidence,
  (
    select count(*)::int from objective_revisions r where r.org_id = o.org_id and r.objective_id = o.id
  ) as revision_count
from objectives o
left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
left join progress p on p.org_id = o.org_id and p.id = o.id;
