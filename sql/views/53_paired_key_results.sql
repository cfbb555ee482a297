-- The key results of two cycles beside each other, as far as somebody sees them, each beside the one that it was carried
-- on from: those of the first cycle in their order, then those of the other that nothing was carried on from.
create function paired_key_results(org_id uuid, viewer uuid, cycle_id uuid, other_id uuid) returns jsonb
language sql stable
return (
  with scored as (
    select k.id, o.cycle_id, k.created_position, k.carried_from_id, coalesce(a.value, p.value) as score
    from objectives o
    join key_results k on k.org_id = o.org_id and k.objective_id = o.id
    left join progress p on p.org_id = k.org_id and p.id = k.id
    left join assessments a on a.org_id = k.org_id and a.noun_id = k.id and a.kind = 'AGREED'
    where o.org_id = paired_key_results.org_id
      and o.cycle_id in (paired_key_results.cycle_id, other_id)
      and sees(o.org_id, viewer, o.id, o.visibility)
  ),
  paired (id, other_id) as (
    select s.id, o.id
    from scored s
    join scored o on s.carried_from_id = o.id or o.carried_from_id = s.id
    where s.cycle_id = paired_key_results.cycle_id and o.cycle_id = paired_key_results.other_id
  ),
  listed (id, other_id) as (
    select s.id, p.other_id
    from scored s
    left join paired p on p.id = s.id
    where s.cycle_id = paired_key_results.cycle_id
    union all
    select null, o.id from scored o
    where o.cycle_id = paired_key_results.other_id and o.id not in (select p.other_id from paired p)
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
