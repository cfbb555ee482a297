-- Somebody's part in an objective as it was at a position; nothing where the viewer did not see the objective then, or
-- does not now.
create function participant_at(org_id uuid, viewer uuid, id uuid, at bigint) returns setof jsonb
language sql stable
begin atomic
  select to_jsonb(v)
  from participants_versions v
  cross join lateral objective_at(v.org_id, participant_at.viewer, v.objective_id, participant_at.at) o
  where v.org_id = participant_at.org_id and v.id = participant_at.id
    and v.from_position <= participant_at.at and v.to_position > participant_at.at;
end;
