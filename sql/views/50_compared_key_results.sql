-- What became of the key results of objectives between two positions, as far as somebody sees it, in the order of their
-- ids.
create function compared_key_results(org_id uuid, viewer uuid, ids uuid[], from_at bigint, to_at bigint) returns jsonb
language sql stable
return (
  select coalesce(jsonb_agg(c.told order by c.id), '[]')
  from (
    select k.id, d.told || jsonb_build_object(
      'objective_id', k.objective_id, 'current_before', b.current, 'current_after', a.current,
      'progress_before', b.value, 'progress_after', a.value, 'score_before', b.score, 'score_after', a.score
    ) as told
    from key_results k
    left join lateral key_result_at(k.org_id, viewer, k.id, from_at) b on true
    left join lateral key_result_at(k.org_id, viewer, k.id, to_at) a on true
    cross join lateral difference(
      k.org_id, k.id, 'key_results', b.stated, a.stated, from_at, to_at, array[
        case when (a.current, a.value) is distinct from (b.current, b.value) then a.moved_at end,
        case when a.score is distinct from b.score then a.scored_at end
      ]
    ) d (told)
    where k.org_id = compared_key_results.org_id and k.objective_id = any (ids) and d.told is not null
    order by k.id
    limit 1000
  ) c
);
