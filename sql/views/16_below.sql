-- All that the number of a key result or an objective rests on, itself included, from the bottom to the top, each with
-- what rests on it directly.
create function below(org_id uuid, noun_id uuid) returns table (id uuid, kind text, above uuid[], depth int)
language sql stable
begin atomic
  with recursive reached (id, kind, above, depth) as (
    select k.id, 'KEY_RESULT', null::uuid, 0 from key_results k where k.org_id = below.org_id and k.id = below.noun_id
    union all
    select o.id, 'OBJECTIVE', null, 0 from objectives o where o.org_id = below.org_id and o.id = below.noun_id
    union
    select n.id, n.kind, r.id, r.depth + 1
    from reached r
    cross join lateral (
      select k.id, 'KEY_RESULT'
      from key_results k
      where k.org_id = below.org_id
        and (r.kind = 'OBJECTIVE' and k.objective_id = r.id and k.part_of_id is null or k.part_of_id = r.id)
      union all
      select a.objective_id, 'OBJECTIVE'
      from alignments a
      where a.org_id = below.org_id and a.roll_up <> 'NONE' and r.id in (a.to_objective_id, a.to_key_result_id)
    ) n (id, kind)
    where r.depth < 1000
  )
  select r.id, r.kind, array_agg(distinct r.above), max(r.depth)
  from reached r
  group by r.id, r.kind
  order by max(r.depth) desc, r.id;
end;
