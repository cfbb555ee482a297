-- Whether an organization has, or ever had, an objective that only its participants see, or a circle of few people. Its body keeps to the tables,
-- whole history and all, whatever a reader has in its search_path.
create function has_private(org_id uuid) returns boolean
language sql stable
begin atomic
  select exists (select from objectives o where o.org_id = has_private.org_id and o.visibility = 'PRIVATE')
    or exists (select from circles c where c.org_id = has_private.org_id);
end;
