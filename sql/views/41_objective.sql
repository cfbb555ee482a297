-- An objective with its level, its deadline, where it stands, and how sure people are of its key results.
create view objective as
select
  o.*,
  o.id as objective_id,
  coalesce(t.kind, 'INDIVIDUAL') as level,
  t.level_name,
  case when o.owner_team_id is null then 'PERSON' else 'TEAM' end as owner_kind,
  coalesce(o.due_on, c.ends_on) as deadline,
  case when c.ends_on - c.starts_on < 184 then 'SHORT_TERM' else 'LONG_TERM' end as horizon,
  p.raw,
  p.value,
  p.formula,
  p.caused_by,
  case when p.raw is null then 'Nothing that it rests on is known yet.' end as because,
  (
    select quotient(sum(k.confidence * k.weight), sum(k.weight))
    from key_result k
    where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.part_of_id is null
      and k.confidence is not null
  ) as confidence,
  case when o.state = 'ACTIVE' and exists (
    select from balancing b where b.org_id = o.org_id and b.balanced_id = o.id and b.blocks
  ) then 'BLOCKED_BY_HEALTH' else 'OPEN' end as progress_state,
  redacted_fields(o.org_id, o.id) as redacted_fields
from objectives o
left join lateral cycles_by_id(o.org_id, o.cycle_id) c on true
left join lateral teams_by_id(o.org_id, o.owner_team_id) t on true
left join lateral progress_by_id(o.org_id, o.id) p on true;
