-- Whether a fact is about an objective that is private now or was when the fact was recorded, or about a circle. Its body is standard
-- SQL and so keeps to the tables, whole history and all, whatever a reader has in its search_path.
create function about_private(org_id uuid, at bigint) returns boolean
language sql stable
return exists (
  select from mentions m
  left join objectives o on o.org_id = m.org_id and o.id = m.id and o.to_position = 9223372036854775807
  where m.org_id = about_private.org_id and m.from_position = about_private.at
    and m.visibility is not null and 'PRIVATE' in (m.visibility, o.visibility)
);
