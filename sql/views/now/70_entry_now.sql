-- An entry as it stands; null for whoever does not see it.
create function entry_now(org_id uuid, actor uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(e) || jsonb_build_object('answered', exists (
    select from mentoring_entries a where a.org_id = e.org_id and a.answered_entry_id = e.id
  ))
  from mentoring_entry e
  where e.org_id = entry_now.org_id and e.id = entry_now.id
    and sees(e.org_id, entry_now.actor, e.circle_id, e.visibility)
    and sees(e.org_id, entry_now.actor, e.objective_id, e.objective_visibility)
);
