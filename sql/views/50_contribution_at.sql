-- A part of a key result as it was at a position, while it was somebody's; nothing where the viewer did not see the
-- objective then, or does not now.
create function contribution_at(org_id uuid, viewer uuid, id uuid, at bigint)
returns table (stated jsonb, current numeric, moved_at bigint)
language sql stable
begin atomic
  select to_jsonb(v), v.current, v.from_position
  from contributions_versions v
  join key_results k on k.org_id = v.org_id and k.id = v.key_result_id
  cross join lateral objective_at(v.org_id, contribution_at.viewer, k.objective_id, contribution_at.at) o
  where v.org_id = contribution_at.org_id and v.id = contribution_at.id and not v.released
    and v.from_position <= contribution_at.at and v.to_position > contribution_at.at;
end;
