-- The objectives of two cycles beside each other, as far as somebody sees them, each beside the one that it goes on with:
-- those of the first cycle in their order, then those of the other that nothing goes on with.
create function paired_objectives(org_id uuid, viewer uuid, cycle_id uuid, other_id uuid) returns jsonb
language sql stable
return (
  with scored as (
    select o.id, o.cycle_id, o.created_position, coalesce(a.value, p.value) as score
    from objectives o
    left join progress p on p.org_id = o.org_id and p.id = o.id
    left join assessments a on a.org_id = o.org_id and a.noun_id = o.id and a.kind = 'AGREED'
    where o.org_id = paired_objectives.org_id
      and o.cycle_id in (paired_objectives.cycle_id, other_id)
      and sees(o.org_id, viewer, o.id, o.visibility)
  ),
  tied (id, other_id) as (
    select l.objective_id, l.to_objective_id from links l
    where l.org_id = paired_objectives.org_id and l.kind in ('CARRIED_FROM', 'FOLLOWS')
    union
    select l.to_objective_id, l.objective_id from links l
    where l.org_id = paired_objectives.org_id and l.kind in ('CARRIED_FROM', 'FOLLOWS')
  ),
  paired (id, other_id) as (
    select s.id, o.id
    from scored s
    join tied t on t.id = s.id
    join scored o on o.id = t.other_id and o.cycle_id = paired_objectives.other_id
    where s.cycle_id = paired_objectives.cycle_id
  ),
  listed (id, other_id) as (
    select s.id, p.other_id
    from scored s
    left join paired p on p.id = s.id
    where s.cycle_id = paired_objectives.cycle_id
    union all
    select null, o.id from scored o
    where o.cycle_id = paired_objectives.other_id and o.id not in (select p.other_id from paired p)
  )
  select coalesce(jsonb_agg(r.told order by r.here, r.there), '[]')
  from (
    select s.created_position as here, o.created_position as there, jsonb_build_object(
      'id', l.id, 'other_id', l.other_id, 'score', s.score, 'other_score', o.score, 'score_change', s.score - o.score
    ) as told
    from listed l
    left join scored s on s.id = l.id
    left join scored o on o.id = l.other_id
    order by 1, 2
    limit 1000
  ) r
);
