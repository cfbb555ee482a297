-- What became of the alignments from and to objectives between two positions, as far as somebody sees it, in the order
-- of their ids.
create function compared_alignments(org_id uuid, viewer uuid, ids uuid[], from_at bigint, to_at bigint) returns jsonb
language sql stable
return (
  select coalesce(jsonb_agg(c.told order by c.id), '[]')
  from (
    select l.id, d.told || jsonb_build_object(
      'objective_id', l.objective_id, 'to_objective_id', l.to_objective_id, 'to_key_result_id', l.to_key_result_id
    ) as told
    from (
      select distinct v.id, v.objective_id, v.to_objective_id, v.to_key_result_id
      from alignments_versions v
      left join key_results k on k.org_id = v.org_id and k.id = v.to_key_result_id
      where v.org_id = compared_alignments.org_id and v.to_position > from_at and v.from_position <= to_at
        and (v.objective_id = any (ids) or coalesce(v.to_objective_id, k.objective_id) = any (ids))
    ) l
    left join lateral alignment_at(compared_alignments.org_id, viewer, l.id, from_at) b (stated) on true
    left join lateral alignment_at(compared_alignments.org_id, viewer, l.id, to_at) a (stated) on true
    cross join lateral difference(
      compared_alignments.org_id, l.id, 'alignments', b.stated, a.stated, from_at, to_at, '{}'
    ) d (told)
    where d.told is not null
    order by l.id
    limit 1000
  ) c
);
