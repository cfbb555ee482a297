-- A mentorship as it stands; null for whoever is not one of the two.
create function mentorship_now(org_id uuid, actor uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(m) from mentorships m
  where m.org_id = mentorship_now.org_id and m.id = mentorship_now.id
    and participates(m.org_id, m.id, mentorship_now.actor)
);
