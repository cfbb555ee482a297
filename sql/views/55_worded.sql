-- What objectives and key results that are drafted or worked on say, in which language, with what is looked at for each.
create view worded as
select
  o.org_id, o.id as noun_id, o.created_position, o.id as objective_id, o.cycle_id, o.owner_team_id,
  coalesce(g.language, 'EN') as language, g.jargon, o.title, spoken(o.title) as said,
  array['STATUS_QUO', 'AMBIGUOUS', 'NO_END_STATE'] as looked_for
from objectives o
left join policy g on g.org_id = o.org_id and g.id = o.cycle_id
where o.state in ('DRAFT', 'ACTIVE')
union all
select
  k.org_id, k.id, k.created_position, o.id, o.cycle_id, o.owner_team_id,
  coalesce(g.language, 'EN'), g.jargon, k.title, spoken(concat_ws(' ', k.title, k.verb, k.counted)),
  array['ACTIVITY', 'AMBIGUOUS', 'VANITY']
    || case when k.kind = 'DONE' then array['NO_END_STATE'] else '{}' end
    || case when k.kind = 'DONE' or k.kind in ('INCREASE', 'DECREASE') and k.baseline is null
      then array['SUBJECTIVE'] else '{}' end
from key_results k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state in ('DRAFT', 'ACTIVE')
left join policy g on g.org_id = o.org_id and g.id = o.cycle_id
where k.state = 'ACTIVE';
