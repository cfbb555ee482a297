-- An objective as it was at a position, with how far it was and the score that was agreed; nothing where the viewer did
-- not see it then, or does not now.
create function objective_at(org_id uuid, viewer uuid, id uuid, at bigint)
returns table (stated jsonb, value numeric, moved_at bigint, score numeric, scored_at bigint)
language sql stable
begin atomic
  select to_jsonb(v), p.value, p.caused_by, s.score, s.scored_at
  from (
    select v.* from objectives_versions v
    where v.org_id = objective_at.org_id and v.id = objective_at.id and v.to_position > objective_at.at
    order by v.to_position limit 1
  ) v
  cross join lateral (
    select o.visibility from objectives o where o.org_id = v.org_id and o.id = v.id limit 1
  ) o
  left join lateral progress_at(v.org_id, v.id, objective_at.at) p on true
  left join lateral agreed_score_at(v.org_id, v.id, objective_at.at) s on true
  where v.from_position <= objective_at.at
    and sees(
      v.org_id, objective_at.viewer, v.id,
      case when 'PRIVATE' in (v.visibility, o.visibility) then 'PRIVATE' else 'ORGANIZATION' end
    );
end;
