-- What became of objectives between two positions, as far as somebody sees it, in the order of their ids.
create function compared_objectives(org_id uuid, viewer uuid, ids uuid[], from_at bigint, to_at bigint) returns jsonb
language sql stable
return (
  select coalesce(jsonb_agg(c.told order by c.id), '[]')
  from (
    select n.id, d.told || jsonb_build_object(
      'progress_before', b.value, 'progress_after', a.value, 'score_before', b.score, 'score_after', a.score
    ) as told
    from unnest(compared_objectives.ids) n (id)
    left join lateral objective_at(compared_objectives.org_id, viewer, n.id, from_at) b on true
    left join lateral objective_at(compared_objectives.org_id, viewer, n.id, to_at) a on true
    cross join lateral difference(
      compared_objectives.org_id, n.id, 'objectives', b.stated, a.stated, from_at, to_at, array[
        case when a.value is distinct from b.value then a.moved_at end,
        case when a.score is distinct from b.score then a.scored_at end
      ]
    ) d (told)
    where d.told is not null
    order by n.id
    limit 1000
  ) c
);
