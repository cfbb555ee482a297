-- What became of the parts of key results of objectives between two positions, as far as somebody sees it, in the order
-- of their ids.
create function compared_contributions(org_id uuid, viewer uuid, ids uuid[], from_at bigint, to_at bigint) returns jsonb
language sql stable
return (
  select coalesce(jsonb_agg(t.told order by t.id), '[]')
  from (
    select c.id, d.told || jsonb_build_object(
      'key_result_id', k.id, 'person_id', c.person_id, 'current_before', b.current, 'current_after', a.current
    ) as told
    from key_results k
    join contributions c on c.org_id = k.org_id and c.key_result_id = k.id
    left join lateral contribution_at(c.org_id, viewer, c.id, from_at) b on true
    left join lateral contribution_at(c.org_id, viewer, c.id, to_at) a on true
    cross join lateral difference(
      c.org_id, c.id, 'contributions', b.stated, a.stated, from_at, to_at,
      array[case when a.current is distinct from b.current then a.moved_at end]
    ) d (told)
    where k.org_id = compared_contributions.org_id and k.objective_id = any (ids) and d.told is not null
    order by c.id
    limit 1000
  ) t
);
