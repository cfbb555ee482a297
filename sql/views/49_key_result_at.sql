-- A key result as it was at a position with its milestones, where it stood and the score that was agreed; nothing where
-- the viewer did not see its objective then, or does not now.
create function key_result_at(org_id uuid, viewer uuid, id uuid, at bigint)
returns table (stated jsonb, current numeric, value numeric, moved_at bigint, score numeric, scored_at bigint)
language sql stable
begin atomic
  select
    to_jsonb(v) || jsonb_build_object('milestones', (
      select coalesce(jsonb_agg(to_jsonb(m) order by m.ordinal), '[]')
      from milestones_versions m
      where v.kind = 'MILESTONES' and m.org_id = v.org_id and m.key_result_id = v.id
        and m.from_position <= key_result_at.at and m.to_position > key_result_at.at
    )),
    p.current, p.value, p.caused_by, s.score, s.scored_at
  from (
    select k.* from key_results_versions k
    where k.org_id = key_result_at.org_id and k.id = key_result_at.id and k.to_position > key_result_at.at
    order by k.to_position limit 1
  ) v
  cross join lateral objective_at(v.org_id, key_result_at.viewer, v.objective_id, key_result_at.at) o
  left join lateral progress_at(v.org_id, v.id, key_result_at.at) p on true
  left join lateral agreed_score_at(v.org_id, v.id, key_result_at.at) s on true
  where v.from_position <= key_result_at.at;
end;
