-- Who could see an objective when a position was recorded.
create function visibility_at(org_id uuid, objective_id uuid, at bigint) returns text
language sql stable
return case when exists (
  select from objectives_versions v
  where v.org_id = visibility_at.org_id and v.id = visibility_at.objective_id and v.visibility = 'PRIVATE'
    and v.from_position <= visibility_at.at and v.to_position > visibility_at.at
) then 'PRIVATE' else 'ORGANIZATION' end;
