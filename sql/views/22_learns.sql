-- Whether a person learns of a fact: of one about an objective that is private, or was when it was recorded, its
-- participants alone.
create function learns(org_id uuid, person_id uuid, at bigint) returns boolean
language sql stable
return not exists (
  select from mentions m
  left join objectives o on o.org_id = m.org_id and o.id = m.id
  where m.org_id = learns.org_id and m.from_position = learns.at and m.visibility is not null
    and not coalesce(sees(
      m.org_id, learns.person_id, m.id, case m.visibility when 'PRIVATE' then 'PRIVATE' else o.visibility end
    ), false)
);
